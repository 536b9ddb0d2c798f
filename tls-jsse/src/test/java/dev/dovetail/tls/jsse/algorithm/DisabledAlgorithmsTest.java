package dev.dovetail.tls.jsse.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import java.security.CryptoPrimitive;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the grammar of {@code jdk.tls.disabledAlgorithms} says of certificates. */
class DisabledAlgorithmsTest {

    private static final Authority RSA_ROOT = Authority.create("rsa root", KeyKind.RSA_2048);
    private static final Authority EC_ROOT = Authority.create("ec root");
    private static final Authority BETWEEN = EC_ROOT.intermediate("between");
    private static final Issued RSA = RSA_ROOT.issue(
            Request.server("host.example").key(KeyKind.RSA_2048).signedWith(CertificateSignature.RSA_SHA384));
    private static final Issued PSS =
            RSA_ROOT.issue(Request.server("host.example").signedWith(CertificateSignature.RSA_PSS_SHA384));
    private static final Issued EC =
            BETWEEN.issue(Request.server("host.example").key(KeyKind.EC_P256));
    private static final Clock NOON = Clock.fixed(Instant.parse("2030-05-05T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA",
                "rsa",
                "SHA384",
                "SHA-384",
                "sha384withrsa",
                "SHA384withRSA",
                "MD5, SHA384withRSA",
                "\"MD5, RSA\"",
                "RSA keySize < 2049",
                "RSA keySize <= 2048",
                "RSA keySize == 2048",
                "RSA keySize != 1024",
                "RSA keySize >= 2048",
                "RSA keySize > 2047",
                "RSA keySize < 1024, RSA keySize > 2000",
                "RSA usage TLSServer",
                "RSA usage SignedJAR TLSServer",
                "SHA384 usage CertificateSignature",
                "RSA keySize < 3072 & usage TLSServer",
                "RSA denyAfter 2030-05-05",
                "RSA  KEYSIZE  <  2049  &  DenyAfter  2030-05-05"
            })
    void forbidsWhatIsNamed(String list) {
        assertThatThrownBy(() -> require(list, RSA, RSA_ROOT, Role.SERVER))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("jdk.tls.disabledAlgorithms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ",
                "SHA256, SHA512, SHA1, SHA-1, MD5withRSA, SHA256withRSA, EC, ECDSA, DSA, DH",
                "RSA keySize < 2048",
                "RSA keySize <= 2047",
                "RSA keySize == 1024",
                "RSA keySize != 2048",
                "RSA keySize >= 2049",
                "RSA keySize > 2048",
                "RSA usage TLSClient",
                "RSA usage SignedJAR",
                "RSA usage HandshakeSignature",
                "SHA384 keySize < 10000",
                "RSA keySize < 3072 & usage TLSClient",
                "RSA keySize < 1024 & usage TLSServer",
                "RSA denyAfter 2030-05-06",
                "RSA jdkCA",
                "SSLv3, TLSv1, TLSv1.1, DTLSv1.0, RC4, DES, MD5withRSA, DH keySize < 1024, EC keySize < 224,"
                        + " 3DES_EDE_CBC, anon, NULL, ECDH, TLS_RSA_*, rsa_pkcs1_sha1 usage HandshakeSignature,"
                        + " ecdsa_sha1 usage HandshakeSignature, dsa_sha1 usage HandshakeSignature",
                "TLS_RSA_WITH_AES_128_CBC_SHA, TLS_*"
            })
    void permitsTheRest(String list) {
        assertThatCode(() -> require(list, RSA, RSA_ROOT, Role.SERVER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA whatever",
                "RSA whatever & usage TLSClient",
                "RSA usage TLSClient & whatever",
                "RSA usage TLSClient &",
                "RSA usage",
                "RSA usage TLSClient Elsewhere",
                "RSA keySize",
                "RSA keySize ~ 3",
                "RSA keySize<3",
                "RSA keySize < many",
                "RSA keySize < 99999999999",
                "RSA denyAfter tomorrow",
                "RSA denyAfter 2031-02-30",
                "RSA denyAfter",
                "RSA jdkCA twice"
            })
    void whatNobodyUnderstandsLeavesTheAlgorithmDisabled(String list) {
        assertThatThrownBy(() -> require(list, RSA, RSA_ROOT, Role.SERVER)).isInstanceOf(CertificateException.class);
        assertThatCode(() -> require(list, EC, EC_ROOT, Role.SERVER)).doesNotThrowAnyException();
    }

    @Test
    void theOwnersRoleDecidesAboutUsages() throws Exception {
        require("RSA usage TLSServer", RSA, RSA_ROOT, Role.CLIENT);
        assertThatThrownBy(() -> require("RSA usage TLSClient", RSA, RSA_ROOT, Role.CLIENT))
                .isInstanceOf(CertificateException.class);
        // A signature is made with RSA, a key is not a signature.
        assertThatThrownBy(() -> require("RSA usage CertificateSignature", RSA, RSA_ROOT, Role.SERVER))
                .hasMessageContaining("is signed with");
    }

    @Test
    void theHashOfPssIsAParameter() throws Exception {
        assertThatThrownBy(() -> require("SHA384", PSS, RSA_ROOT, Role.SERVER)).hasMessageContaining("SHA384");
        assertThatThrownBy(() -> require("RSASSA-PSS", PSS, RSA_ROOT, Role.SERVER))
                .hasMessageContaining("PSS");
        require("SHA256, SHA1", PSS, RSA_ROOT, Role.SERVER);
    }

    /** The key of an intermediate counts, and so does its signature. */
    @Test
    void wholeChainsAreLookedAt() throws Exception {
        assertThat(EC.chain()).hasSize(2);
        for (String list : List.of("EC", "ECDSA", "SHA256withECDSA", "EC keySize < 257", "secp256r1", "NIST P-256")) {
            assertThatThrownBy(() -> require(list, EC, EC_ROOT, Role.SERVER))
                    .as(list)
                    .isInstanceOf(CertificateException.class);
        }
        require("EC keySize < 256, secp384r1, DSA, X9.62 c2tnb191v1", EC, EC_ROOT, Role.SERVER);
    }

    @Test
    void aTrustedCertificateNeedsNoSignature() throws Exception {
        Authority sha512 = Authority.of(RSA_ROOT.issue(
                Request.server("middle").key(KeyKind.RSA_2048).signedWith(CertificateSignature.RSA_SHA512)));
        X509Certificate middle = sha512.certificate();
        PeerCertificates peer = peer(List.of(RSA.certificate(), middle, RSA_ROOT.certificate()), Role.SERVER);
        DisabledAlgorithms disabled = disabled("SHA512", false);
        assertThatThrownBy(() -> disabled.require(peer, List.of(RSA_ROOT.certificate())))
                .hasMessageContaining("middle");
        disabled.require(peer, List.of(middle));
        // Nor does one that is signed by itself: RSA_ROOT is, with SHA-256.
        disabled("SHA256", false).require(peer, List.of());
        // But its key counts.
        assertThatThrownBy(() -> disabled("RSA keySize < 3000", false).require(peer, List.of(middle)))
                .hasMessageContaining("2048 bits");
    }

    @Test
    void authoritiesOfTheJdkMayBeMeantAlone() throws Exception {
        PeerCertificates peer = peer(RSA.chain(), Role.SERVER);
        disabled("SHA384 jdkCA", false).require(peer, List.of());
        assertThatThrownBy(
                        () -> disabled("SHA384 jdkCA & usage TLSServer", true).require(peer, List.of()))
                .hasMessageContaining("SHA384 jdkCA & usage TLSServer");
    }

    @Test
    void theJdksOwnAuthoritiesAreKnown() {
        JdkAuthorities authorities = new JdkAuthorities();
        assertThat(authorities.issued(RSA.certificate())).isFalse();
    }

    @Test
    void otherPropertiesMayBeIncluded() {
        Map<String, String> properties = Map.of(
                "jdk.tls.disabledAlgorithms", "MD5, include jdk.disabled.namedCurves, include missing",
                "jdk.disabled.namedCurves", "secp521r1, secp256r1");
        DisabledAlgorithms disabled = DisabledAlgorithms.of(properties::get, NOON, certificate -> false);
        assertThatThrownBy(() -> disabled.require(peer(EC.chain(), Role.SERVER), List.of()))
                .hasMessageContaining("secp256r1");
    }

    @Test
    void namesOfTlsMeanSignaturesToo() {
        PeerCertificates peer = new PeerCertificates(
                EC.chain(),
                Role.SERVER,
                Optional.empty(),
                ProtocolVersion.TLS_1_3,
                false,
                List.of(),
                Catalog.discover().signatureSchemes());
        assertThatThrownBy(() -> disabled("ecdsa_secp256r1_sha256", false).require(peer, List.of()))
                .hasMessageContaining("ecdsa_secp256r1_sha256");
    }

    @Test
    void constraintsAnswerWithoutKnowingTheUse() {
        DisabledAlgorithms disabled = disabled("MD5, RSA keySize < 2049, EC usage TLSServer, DH", false);
        Set<CryptoPrimitive> signature = Set.of(CryptoPrimitive.SIGNATURE);
        assertThat(disabled.permits(signature, "MD5withRSA", null)).isFalse();
        assertThat(disabled.permits(signature, "SHA256withRSA", null)).isTrue();
        assertThat(disabled.permits(signature, "DiffieHellman", null)).isFalse();
        assertThat(disabled.permits(signature, RSA.publicKey())).isFalse();
        assertThat(disabled.permits(signature, EC.publicKey())).isTrue();
        assertThat(disabled.permits(signature, "MD5withECDSA", EC.publicKey(), null))
                .isFalse();
        assertThat(disabled.permits(signature, "SHA256withECDSA", EC.publicKey(), null))
                .isTrue();
    }

    @Test
    void keysOnEdwardsCurvesTellTheirSize() {
        Issued edwards = EC_ROOT.issue(Request.server("host.example").key(KeyKind.ED25519));
        for (String list : List.of("Ed25519", "EdDSA", "Ed25519 keySize < 256")) {
            assertThatThrownBy(() -> require(list, edwards, EC_ROOT, Role.SERVER))
                    .hasMessageContaining("key of");
        }
    }

    @Test
    void theDefaultIsReadWhereItStands() {
        String property = Security.getProperty(DisabledAlgorithms.PROPERTY);
        assertThat(DisabledAlgorithms.read().toString())
                .contains("MD5withRSA")
                .hasSizeGreaterThan(property.length() / 2);
    }

    private static void require(String list, Issued issued, Authority root, Role role) throws CertificateException {
        disabled(list, false).require(peer(issued.chain(), role), List.of(root.certificate()));
    }

    private static DisabledAlgorithms disabled(String list, boolean jdkAuthority) {
        Map<String, String> properties = Map.of(DisabledAlgorithms.PROPERTY, list);
        return DisabledAlgorithms.of(properties::get, NOON, certificate -> jdkAuthority);
    }

    private static PeerCertificates peer(List<X509Certificate> chain, Role role) {
        return new PeerCertificates(chain, role, Optional.empty(), ProtocolVersion.TLS_1_3, false, List.of());
    }
}
