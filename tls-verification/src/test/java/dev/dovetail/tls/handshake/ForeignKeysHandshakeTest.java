package dev.dovetail.tls.handshake;

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
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Certificates of both ends with keys that not every JDK knows, all the way to the root. The schemes of the plug-ins read
 * the keys; nothing is registered with the JDK.
 */
class ForeignKeysHandshakeTest {

    private static final ProtocolVersion V12 = ProtocolVersion.TLS_1_2;
    private static final ProtocolVersion V13 = ProtocolVersion.TLS_1_3;

    /** Two ends whose certificates are of one kind. */
    private record Ends(Selection selection, Authority root, KeyKind kind) {

        static Ends of(ProtocolVersion version, KeyKind kind, String... schemes) {
            Selection selection = TestBed.only(Selection.compatible(TestBed.CATALOG), version)
                    .signing(schemes)
                    .verifying(schemes);
            return new Ends(selection, Authority.create("Root of " + kind, kind), kind);
        }

        Ends with(Selection other) {
            return new Ends(other, root, kind);
        }

        Loopback loopback() {
            return Loopback.between(client(), server());
        }

        ClientConfig.Builder client() {
            return ClientConfig.of(selection)
                    .serverName(Pairing.SERVER_NAME)
                    .verifier(verifier())
                    .credential(credential(root.issue(Request.client("me").key(kind))));
        }

        ServerConfig.Builder server() {
            return ServerConfig.of(selection)
                    .verifier(verifier())
                    .clientAuthentication(ClientAuthentication.REQUIRED)
                    .credential(credential(
                            root.issue(Request.server(Pairing.SERVER_NAME).key(kind))));
        }

        private PkixVerifier verifier() {
            return PkixVerifier.trusting(List.of(root.certificate()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BRAINPOOL_P256, brainpoolP256r1tls13, ecdsa_brainpoolP256r1tls13_sha256",
        "BRAINPOOL_P384, brainpoolP384r1tls13, ecdsa_brainpoolP384r1tls13_sha384",
        "BRAINPOOL_P512, brainpoolP512r1tls13, ecdsa_brainpoolP512r1tls13_sha512",
        "ML_DSA_44, X25519MLKEM768, mldsa44",
        "ML_DSA_65, MLKEM768, mldsa65",
        "ML_DSA_87, MLKEM1024, mldsa87"
    })
    void bothEndsProveThemselvesInTls13(KeyKind kind, String group, String scheme) {
        Ends ends = Ends.of(V13, kind, scheme);
        assertConnects(ends.with(ends.selection().groups(group)), group, scheme);
    }

    /** RFC 8422 5.4: the scheme names the hash alone, and the curve has to be one of the client's groups. */
    @ParameterizedTest
    @CsvSource({
        "BRAINPOOL_P256, brainpoolP256r1, ecdsa_secp256r1_sha256, ecdsa_brainpoolP256r1tls13_sha256",
        "BRAINPOOL_P384, brainpoolP384r1, ecdsa_secp384r1_sha384, ecdsa_brainpoolP384r1tls13_sha384",
        "BRAINPOOL_P512, brainpoolP512r1, ecdsa_secp521r1_sha512, ecdsa_brainpoolP512r1tls13_sha512"
    })
    void bothEndsProveThemselvesOnBrainpoolCurvesInTls12(KeyKind kind, String group, String scheme, String reader) {
        Ends ends = Ends.of(V12, kind, scheme, reader);
        Selection ecdsa = ends.selection().suites("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertConnects(ends.with(ecdsa.groups(group)), group, scheme);
        Loopback without = Loopback.between(
                ends.with(ecdsa.groups("x25519")).client(),
                ends.with(ecdsa.groups("x25519", group)).server());
        assertThatThrownBy(without::handshake)
                .isInstanceOfSatisfying(
                        TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.NO_COMMON_SUITE));
    }

    @ParameterizedTest
    @CsvSource({"BRAINPOOL_P256, ecdsa_brainpoolP256r1tls13_sha256", "ML_DSA_44, mldsa44", "ML_DSA_87, mldsa87"})
    void refusesAnAuthorityThatIsNotTrusted(KeyKind kind, String scheme) {
        Ends ends = Ends.of(V13, kind, scheme);
        Authority stranger = Authority.create("Stranger", kind);
        ServerConfig.Builder server = ServerConfig.of(ends.selection())
                .credential(credential(
                        stranger.issue(Request.server(Pairing.SERVER_NAME).key(kind))));
        Loopback loopback = Loopback.between(ends.client(), server);
        assertThatThrownBy(loopback::handshake)
                .isInstanceOfSatisfying(
                        TlsFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_UNTRUSTED));
    }

    /** The same name and another key: only the signature tells. */
    @ParameterizedTest
    @CsvSource({"BRAINPOOL_P256, ecdsa_brainpoolP256r1tls13_sha256", "ML_DSA_44, mldsa44", "ML_DSA_65, mldsa65"})
    void refusesACertificateThatTheTrustedKeyDidNotSign(KeyKind kind, String scheme) {
        Ends ends = Ends.of(V13, kind, scheme);
        Authority namesake = Authority.create("Root of " + kind, kind);
        ServerConfig.Builder server = ServerConfig.of(ends.selection())
                .credential(credential(
                        namesake.issue(Request.server(Pairing.SERVER_NAME).key(kind))));
        Loopback loopback = Loopback.between(ends.client(), server);
        assertThatThrownBy(loopback::handshake).isInstanceOf(TlsFault.class);
        assertThat(loopback.client().engine().connected()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BRAINPOOL_P384, ecdsa_brainpoolP384r1tls13_sha384", "ML_DSA_65, mldsa65"})
    void readsChainAndKeyFromPem(KeyKind kind, String scheme) {
        Ends ends = Ends.of(V13, kind, scheme);
        Issued issued = ends.root().issue(Request.server(Pairing.SERVER_NAME).key(kind));
        Credential read = Credential.pem(
                issued.chainPem(),
                issued.privateKeyPem(),
                null,
                ends.selection().signing());
        ServerConfig.Builder server = ServerConfig.of(ends.selection()).credential(read);
        try (Loopback loopback = Loopback.between(ends.client(), server).handshake()) {
            assertThat(loopback.exchange(Role.SERVER, new byte[10])).hasSize(10);
        }
    }

    private static void assertConnects(Ends ends, String group, String scheme) {
        try (Loopback loopback = ends.loopback().handshake()) {
            for (Role role : Role.values()) {
                ConnectionInfo info = loopback.end(role).engine().info().orElseThrow();
                assertThat(info.group().map(NamedGroup::name)).contains(group);
                assertThat(info.ownScheme().map(SignatureScheme::name)).contains(scheme);
                assertThat(info.peerScheme().map(SignatureScheme::name)).contains(scheme);
                assertThat(loopback.exchange(role, new byte[100])).hasSize(100);
            }
        }
    }

    private static Credential credential(Issued issued) {
        return Credential.of(issued.chain(), issued.privateKey());
    }
}
