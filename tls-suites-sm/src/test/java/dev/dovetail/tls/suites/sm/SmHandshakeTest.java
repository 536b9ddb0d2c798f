package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.WireRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole connections of RFC 8998, with SM2 certificates at both ends. */
final class SmHandshakeTest {

    @ParameterizedTest
    @ValueSource(strings = {"TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3"})
    void bothSidesProveThemselvesAndTalk(String suite) {
        Selection only = Sm2Party.SELECTION.suites(suite);
        ClientConfig.Builder client = ClientConfig.of(only)
                .serverName(Sm2Party.NAME)
                .verifier(Sm2Party.verifier())
                .credential(Sm2Party.credential(
                        Sm2Party.ROOT.issue(Request.client("me").key(KeyKind.SM2))));
        ServerConfig.Builder server = Sm2Party.server().clientAuthentication(ClientAuthentication.REQUIRED);
        try (Loopback loopback = Loopback.between(client, server).handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_3);
            assertThat(info.suite()).hasToString(suite);
            assertThat(info.group().map(NamedGroup::name)).contains("curveSM2");
            assertThat(info.peerScheme().map(SignatureScheme::name)).contains("sm2sig_sm3");
            assertThat(info.ownScheme().map(SignatureScheme::name)).contains("sm2sig_sm3");
            for (Role role : Role.values()) {
                byte[] data = new byte[100_000];
                Arrays.fill(data, (byte) role.ordinal());
                assertThat(loopback.exchange(role, data)).isEqualTo(data);
            }
        }
    }

    /** RFC 8446 5.2: header, content, its type, and a tag of 16 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3"})
    void recordsHaveTheSizesOfAnAeadWith16BytesOfTag(String suite) {
        ClientConfig.Builder client = ClientConfig.of(Sm2Party.SELECTION.suites(suite))
                .serverName(Sm2Party.NAME)
                .verifier(Sm2Party.verifier());
        try (Loopback loopback = Loopback.between(client, Sm2Party.server()).handshake()) {
            for (int size : new int[] {1, 100, 1 << 14}) {
                int before = loopback.client().sent().length;
                loopback.exchange(Role.CLIENT, new byte[size]);
                byte[] sent = loopback.client().sent();
                assertThat(WireRecord.split(Arrays.copyOfRange(sent, before, sent.length)))
                        .singleElement()
                        .satisfies(record -> assertThat(record).hasSize(5 + size + 1 + 16));
            }
        }
    }

    @Test
    void prefersGcmToCcm() {
        try (Loopback loopback =
                Loopback.between(Sm2Party.client(), Sm2Party.server()).handshake()) {
            assertThat(loopback.server().engine().info().orElseThrow().suite()).hasToString("TLS_SM4_GCM_SM3");
        }
    }

    @Test
    void followsAChainThroughAnIntermediateAuthority() {
        Authority below = Sm2Party.ROOT.intermediate(authority("SM2 Intermediate"));
        Issued issued = below.issue(Request.server(Sm2Party.NAME).key(KeyKind.SM2));
        assertThat(issued.chain()).hasSize(2);
        try (Loopback loopback =
                Loopback.between(Sm2Party.client(), Sm2Party.server(issued)).handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().peerChain())
                    .hasSize(2);
        }
    }

    @Test
    void readsChainKeyAndRootFromPem(@TempDir Path folder) throws Exception {
        Issued issued = Sm2Party.ROOT.issue(Request.server(Sm2Party.NAME).key(KeyKind.SM2));
        Path root = Files.writeString(folder.resolve("root.pem"), Sm2Party.ROOT.pem());
        List<SignatureScheme> schemes = Sm2Party.SELECTION.certificates();
        Credential credential = Credential.pem(issued.chainPem(), issued.privateKeyPem(), null, schemes);
        ServerConfig.Builder server =
                ServerConfig.of(Sm2Party.SELECTION).credential(credential).verifier(Sm2Party.verifier());
        ClientConfig.Builder client = ClientConfig.of(Sm2Party.SELECTION)
                .serverName(Sm2Party.NAME)
                .verifier(PkixVerifier.trustingPem(root, schemes));
        try (Loopback loopback = Loopback.between(client, server).handshake()) {
            assertThat(loopback.exchange(Role.SERVER, new byte[10])).hasSize(10);
        }
    }

    @Test
    void refusesPemOfKeysThatNoSchemeReads() {
        Issued issued = Sm2Party.ROOT.issue(Request.server(Sm2Party.NAME).key(KeyKind.SM2));
        assertThatThrownBy(() -> Credential.pem(issued.chainPem(), issued.privateKeyPem()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be parsed");
    }

    @Test
    void refusesAnAuthorityThatIsNotTrusted() {
        Authority stranger = Authority.create("Stranger", KeyKind.SM2);
        Issued issued = stranger.issue(Request.server(Sm2Party.NAME).key(KeyKind.SM2));
        Loopback loopback = Loopback.between(Sm2Party.client(), Sm2Party.server(issued));
        assertThatThrownBy(loopback::handshake).isInstanceOfSatisfying(TlsFault.class, fault -> {
            assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_UNTRUSTED);
            assertThat(fault.detail()).contains("Stranger");
        });
    }

    @Test
    void needsNoProviderThatIsInstalled() {
        assertThat(Security.getProvider("BC")).isNull();
        try (Loopback loopback =
                Loopback.between(Sm2Party.client(), Sm2Party.server()).handshake()) {
            assertThat(loopback.client().engine().connected()).isTrue();
        }
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static Request authority(String name) {
        return Request.client(name)
                .key(KeyKind.SM2)
                .withoutPurposes()
                .keyUses(dev.dovetail.tls.certificates.KeyUse.KEY_CERT_SIGN);
    }
}
