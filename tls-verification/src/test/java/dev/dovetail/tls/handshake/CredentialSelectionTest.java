package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which certificate is shown, and with which scheme its key signs. */
class CredentialSelectionTest {

    private static final Map<KeyKind, String> SCHEMES = Map.of(
            KeyKind.RSA_2048, "rsa_pss_rsae_sha256",
            KeyKind.RSA_4096, "rsa_pss_rsae_sha256",
            KeyKind.RSASSA_PSS_2048, "rsa_pss_pss_sha256",
            KeyKind.EC_P256, "ecdsa_secp256r1_sha256",
            KeyKind.EC_P384, "ecdsa_secp384r1_sha384",
            KeyKind.EC_P521, "ecdsa_secp521r1_sha512",
            KeyKind.ED25519, "ed25519",
            KeyKind.ED448, "ed448");

    private static final Credential FIRST = TestBed.PAIR.issue(Request.server("first.test"));
    private static final Credential SECOND = TestBed.PAIR.issue(Request.server("second.test", "*.wild.test"));

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    static List<Arguments> kinds() {
        return versions().stream()
                .flatMap(version -> SCHEMES.keySet().stream().map(kind -> Arguments.of(version, kind)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindOfKeySignsWithItsScheme(ProtocolVersion version, KeyKind kind) {
        Pairing pair = TestBed.only(version);
        ServerConfig.Builder server = ServerConfig.of(pair.selection())
                .credential(TestBed.server(kind))
                .verifier(pair.client().build().verifier())
                .clientAuthentication(ClientAuthentication.REQUIRED);
        ClientConfig.Builder client =
                pair.client().credential(pair.issue(Request.client("me").key(kind)));
        try (Loopback loopback = Loopback.between(client, server).handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.ownScheme().map(SignatureScheme::name)).contains(scheme(version, kind));
            assertThat(info.peerScheme().map(SignatureScheme::name)).contains(scheme(version, kind));
            ConnectionInfo there = loopback.server().engine().info().orElseThrow();
            assertThat(there.peerScheme()).isEqualTo(info.ownScheme());
            assertThat(there.peerChain()).isEqualTo(info.ownChain()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theNameThatIsAskedForChoosesTheCertificate(ProtocolVersion version) {
        assertThat(shown(version, "first.test")).isEqualTo(FIRST.leaf());
        assertThat(shown(version, "second.test")).isEqualTo(SECOND.leaf());
        assertThat(shown(version, "any.wild.test")).isEqualTo(SECOND.leaf());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aNameThatNobodyHasGetsTheFirstCertificate(ProtocolVersion version) {
        Wrongdoing result = Wrongdoing.towards(
                Role.CLIENT,
                TestBed.only(version).client().serverName("other.test"),
                named(version),
                MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.CERTIFICATE_NAME_MISMATCH);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aNameThatNobodyHasIsRefusedIfSoConfigured(ProtocolVersion version) {
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                TestBed.only(version).client().serverName("other.test"),
                named(version).refuseUnknownNames(),
                MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.SERVER_NAME_UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aNameThatTheServerDoesNotAcceptIsRefused(ProtocolVersion version) {
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                TestBed.only(version).client().serverName("second.test"),
                named(version).acceptNames("first.test"::equals),
                MessageChange.none());
        assertThat(result.fault().fault()).isEqualTo(Fault.SERVER_NAME_UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientWithoutANameIsServedAnyway(ProtocolVersion version) {
        ClientConfig.Builder client = ClientConfig.of(TestBed.only(version).selection())
                .verifier(dev.dovetail.tls.handshake.credential.PeerVerifier.insecureAcceptingAnyone());
        try (Loopback loopback = Loopback.between(client, named(version).refuseUnknownNames())) {
            loopback.handshake();
            assertThat(peer(loopback)).isEqualTo(FIRST.leaf());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void showsTheCertificateThatTheClientCanVerify(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Credential rsa = TestBed.server(KeyKind.RSA_2048);
        Credential ed25519 = TestBed.server(KeyKind.ED25519);
        for (Map.Entry<String, Credential> expected : Map.of(
                        "rsa_pss_rsae_sha256", rsa, "ecdsa_secp256r1_sha256", pair.credential(), "ed25519", ed25519)
                .entrySet()) {
            Pairing client =
                    pair.with(pair.selection().verifying(expected.getKey()).certificates("ecdsa_secp256r1_sha256"));
            try (Loopback loopback = Loopback.between(
                            client.client(), pair.server().credential(rsa).credential(ed25519))
                    .handshake()) {
                assertThat(peer(loopback)).isEqualTo(expected.getValue().leaf());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void prefersAChainWhoseSignaturesTheClientAccepts(ProtocolVersion version) {
        Authority rsaRoot = Authority.create("RSA Root", KeyKind.RSA_2048);
        Issued byRsa = rsaRoot.issue(Request.server(Pairing.SERVER_NAME));
        Pairing pair = TestBed.only(version);
        ServerConfig.Builder server = ServerConfig.of(pair.selection())
                .credential(Credential.of(byRsa.chain(), byRsa.privateKey()))
                .credential(pair.credential());
        Pairing client = pair.with(pair.selection().certificates("ecdsa_secp256r1_sha256"));
        try (Loopback loopback = Loopback.between(client.client(), server).handshake()) {
            assertThat(peer(loopback)).isEqualTo(pair.credential().leaf());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientWithoutACertificateIsLetInWhereNoneIsRequired(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        try (Loopback loopback = Loopback.between(
                        pair.client(), pair.server().clientAuthentication(ClientAuthentication.REQUESTED))
                .handshake()) {
            assertThat(loopback.server().engine().info().orElseThrow().peerChain())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aClientShowsNoCertificateOfAnAuthorityThatTheServerDoesNotName(ProtocolVersion version) {
        Pairing pair = TestBed.only(version);
        Issued foreign = Authority.create("Foreign").issue(Request.client("me"));
        try (Loopback loopback = Loopback.between(
                        pair.client().credential(Credential.of(foreign.chain(), foreign.privateKey())),
                        pair.server().clientAuthentication(ClientAuthentication.REQUESTED))
                .handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().ownChain())
                    .isEmpty();
        }
    }

    private static String scheme(ProtocolVersion version, KeyKind kind) {
        // RFC 8446 4.2.3: in TLS 1.2 the ECDSA numbers name the hash, not the curve.
        boolean anyCurve =
                version.equals(ProtocolVersion.TLS_1_2) && kind.name().startsWith("EC_");
        return SCHEMES.get(anyCurve ? KeyKind.EC_P256 : kind);
    }

    private static Object shown(ProtocolVersion version, String name) {
        try (Loopback loopback = Loopback.between(
                        TestBed.only(version).client().serverName(name),
                        named(version).refuseUnknownNames())
                .handshake()) {
            assertThat(loopback.server().engine().info().orElseThrow().serverName())
                    .isEqualTo(Optional.of(name));
            return peer(loopback);
        }
    }

    private static ServerConfig.Builder named(ProtocolVersion version) {
        return ServerConfig.of(TestBed.only(version).selection())
                .credential(FIRST)
                .credential(SECOND);
    }

    private static Object peer(Loopback loopback) {
        return loopback.client().engine().info().orElseThrow().peerChain().get(0);
    }
}
