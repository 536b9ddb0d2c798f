package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SM and AEGIS on a class path that has everything: who asks for them gets them alone, and nobody else gets them. */
class RareSuitesTest {

    private static final Selection MODERN = Selection.modern(Catalog.discover());

    private static final Selection SM = MODERN.suites("TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3")
            .groups("curveSM2")
            .signing("sm2sig_sm3")
            .verifying("sm2sig_sm3")
            .certificates("sm2sig_sm3");

    private static final Authority SM_ROOT = Authority.create("SM2 Root", KeyKind.SM2);

    @Test
    void areNotAmongTheDefaults() {
        for (Selection selection : List.of(MODERN, Selection.compatible(Catalog.discover()))) {
            assertThat(selection.suites())
                    .extracting(UsableSuite::suite)
                    .extracting(CipherSuite::name)
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("AEGIS"));
        }
        assertThat(MODERN.suites()).extracting(UsableSuite::toString).noneMatch(name -> name.contains("SM4"));
        assertThat(MODERN.groups()).extracting(NamedGroup::name).doesNotContain("curveSM2");
        assertThat(MODERN.signing()).extracting(SignatureScheme::name).doesNotContain("sm2sig_sm3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_AEGIS_128L_SHA256", "TLS_AEGIS_256_SHA512"})
    void aegisCarriesAConnectionOnceItIsNamed(String suite) {
        try (Loopback loopback = Pairing.of(MODERN.suites(suite)).loopback().handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.suite()).hasToString(suite);
            assertThat(info.version()).isEqualTo(ProtocolVersion.TLS_1_3);
            for (Role role : Role.values()) {
                byte[] data = new byte[100_000];
                Arrays.fill(data, (byte) (1 + role.ordinal()));
                assertThat(loopback.exchange(role, data)).isEqualTo(data);
            }
        }
    }

    /** RFC 8446 5.2: header, content, its type, a tag of 16 bytes; the longer nonce (5.3) does not show. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_AEGIS_128L_SHA256", "TLS_AEGIS_256_SHA512"})
    void recordsOfAegisHaveTheSizesOfAnyAead(String suite) {
        try (Loopback loopback = Pairing.of(MODERN.suites(suite)).loopback().handshake()) {
            for (int size : new int[] {1, 31, 32, 1 << 14}) {
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
    void smOnlyNegotiatesSmOnly() {
        try (Loopback loopback = Loopback.between(smClient(SM), smServer(SM)).handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.suite()).hasToString("TLS_SM4_GCM_SM3");
            assertThat(info.group().map(NamedGroup::name)).contains("curveSM2");
            assertThat(info.peerScheme().map(SignatureScheme::name)).contains("sm2sig_sm3");
            assertThat(info.peerChain())
                    .allSatisfy(certificate ->
                            assertThat(certificate.getSigAlgOID()).isEqualTo("1.2.156.10197.1.501"));
        }
        assertThat(SM.versions()).containsExactly(ProtocolVersion.TLS_1_3);
        assertThat(SM.suites()).hasSize(2);
        assertThat(SM.keyShares()).extracting(NamedGroup::name).containsExactly("curveSM2");
    }

    @Test
    void smOnlyAndOthersFindNothingInCommon() {
        Loopback loopback = Loopback.between(smClient(SM), Pairing.of(MODERN).server());
        assertThatThrownBy(loopback::handshake)
                .isInstanceOfSatisfying(
                        TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.NO_COMMON_SUITE));
    }

    /** RFC 8446 chooses suite, group and scheme each by itself; one who knows all of them can talk to both kinds. */
    @Test
    void aServerOfBothKindsServesBoth() {
        Selection both = MODERN.suites("TLS_SM4_GCM_SM3", "TLS_AES_128_GCM_SHA256")
                .groups("x25519", "curveSM2")
                .signing("ecdsa_secp256r1_sha256", "sm2sig_sm3");
        Pairing usual = Pairing.of(MODERN.suites("TLS_AES_128_GCM_SHA256"));
        ServerConfig.Builder server = smServer(both).credential(usual.credential());
        try (Loopback loopback = Loopback.between(smClient(SM), server).handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().suite()).hasToString("TLS_SM4_GCM_SM3");
        }
        ServerConfig.Builder again = smServer(both).credential(usual.credential());
        try (Loopback loopback = Loopback.between(usual.client(), again).handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().suite()).hasToString("TLS_AES_128_GCM_SHA256");
        }
    }

    private static ClientConfig.Builder smClient(Selection selection) {
        return ClientConfig.of(selection)
                .serverName("localhost")
                .verifier(PkixVerifier.trusting(List.of(SM_ROOT.certificate())));
    }

    private static ServerConfig.Builder smServer(Selection selection) {
        Issued issued = SM_ROOT.issue(Request.server("localhost").key(KeyKind.SM2));
        return ServerConfig.of(selection)
                .credential(Credential.of(issued.chain(), issued.privateKey()))
                .verifier(PkixVerifier.trusting(List.of(SM_ROOT.certificate())));
    }
}
