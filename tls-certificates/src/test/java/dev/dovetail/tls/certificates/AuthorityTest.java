package dev.dovetail.tls.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AuthorityTest {

    private static final Authority ROOT = Authority.create("Dovetail test root");

    static Stream<KeyKind> ofTheJdk() {
        return Stream.of(KeyKind.values()).filter(kind -> kind != KeyKind.RSA_4096 && !kind.foreign());
    }

    static Stream<KeyKind> foreign() {
        return Stream.of(KeyKind.values()).filter(KeyKind::foreign);
    }

    @ParameterizedTest
    @MethodSource("ofTheJdk")
    void issuesChainsThatTheJdkAcceptsForEveryKindOfKey(KeyKind kind) throws Exception {
        Issued issued = ROOT.issue(Request.server("localhost").key(kind));
        validate(issued, ROOT);
        assertThat(KeyKind.of(issued.publicKey())).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("ofTheJdk")
    void signsWithEveryKindOfKey(KeyKind kind) throws Exception {
        Authority authority = Authority.create("of " + kind, kind);
        validate(authority.issue(Request.client("somebody")), authority);
    }

    @ParameterizedTest
    @EnumSource
    void signsWithEveryAlgorithmThatItsKeyFits(CertificateSignature signature) throws Exception {
        for (KeyKind kind : KeyKind.values()) {
            if (kind == KeyKind.RSA_4096 || !signature.fits(kind)) continue;
            Authority authority = Authority.create("of " + kind, kind);
            Issued issued = authority.issue(Request.server("localhost").signedWith(signature));
            PublicKey key = authority.certificate().getPublicKey();
            assertThatCode(() -> {
                        if (kind.foreign()) issued.certificate().verify(key, Foreign.PROVIDER);
                        else issued.certificate().verify(key);
                    })
                    .as("%s by %s", signature, kind)
                    .doesNotThrowAnyException();
        }
    }

    /** The JDK can't read these; their own provider, which nobody registered, can. */
    @ParameterizedTest
    @MethodSource("foreign")
    void issuesChainsOfKeysThatTheJdkDoesNotKnow(KeyKind kind) throws Exception {
        Authority authority = Authority.create("of " + kind, kind);
        Issued issued = authority.issue(Request.server("localhost").key(kind));
        assertThat(KeyKind.of(issued.publicKey())).isEqualTo(kind);
        assertThatCode(() -> issued.certificate().verify(authority.certificate().getPublicKey(), Foreign.PROVIDER))
                .doesNotThrowAnyException();
        assertThat(Security.getProvider(Foreign.PROVIDER.getName())).isNull();
    }

    @Test
    void refusesASignatureThatTheKeyCannotMake() {
        Request request = Request.server("localhost").signedWith(CertificateSignature.RSA_SHA256);
        assertThatThrownBy(() -> ROOT.issue(request)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "RSA_4096", mode = EnumSource.Mode.EXCLUDE)
    void givesThePrivateKeyOfThePublicOne(KeyKind kind) throws Exception {
        Issued issued = ROOT.issue(Request.server("localhost").key(kind));
        Signature signer = kind.usualSignature().jca(kind);
        signer.initSign(issued.privateKey());
        signer.update(new byte[10]);
        byte[] signature = signer.sign();
        Signature verifier = kind.usualSignature().jca(kind);
        verifier.initVerify(issued.publicKey());
        verifier.update(new byte[10]);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void writesNamesAddressesAndUses() throws Exception {
        X509Certificate certificate = ROOT.issue(Request.server("localhost", "*.example.org")
                        .addresses("127.0.0.1", "::1")
                        .key(KeyKind.RSA_2048))
                .certificate();
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"),
                        List.of(2, "*.example.org"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getKeyUsage()).startsWith(true, false, true, false, false, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
    }

    @Test
    void leavesOutWhatIsAskedToBeMissing() throws Exception {
        X509Certificate certificate = ROOT.issue(Request.client("somebody")
                        .withoutKeyUses()
                        .withoutPurposes()
                        .withoutAlternativeNames())
                .certificate();
        assertThat(certificate.getKeyUsage()).isNull();
        assertThat(certificate.getExtendedKeyUsage()).isNull();
        assertThat(certificate.getSubjectAlternativeNames()).isNull();
    }

    @Test
    void putsIntermediateAuthoritiesIntoTheChain() throws Exception {
        Issued issued = ROOT.intermediate("first").intermediate("second").issue(Request.server("localhost"));
        assertThat(issued.chain())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=localhost", "CN=second", "CN=first");
        validate(issued, ROOT);
    }

    @Test
    void issuesWhatIsNotYetOrNoLongerValid() {
        assertThatThrownBy(() -> ROOT.issue(Request.server("localhost").expired())
                        .certificate()
                        .checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(() -> ROOT.issue(Request.server("localhost").notYetValid())
                        .certificate()
                        .checkValidity())
                .isInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void issuesChainsThatTheJdkRefusesForTheirReason() {
        Authority stranger = Authority.create("Dovetail test root");
        assertThatThrownBy(() -> validate(stranger.issue(Request.server("localhost")), ROOT))
                .as("an issuer of the same name and another key")
                .isInstanceOf(CertPathValidatorException.class);
        Authority leaf = Authority.of(ROOT.issue(Request.server("localhost")));
        assertThatThrownBy(() -> validate(leaf.issue(Request.server("localhost")), ROOT))
                .as("an issuer that is no authority")
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void signsItsOwnKeyWhereAskedTo() throws Exception {
        KeyPair keys = KeyKind.ED25519.generate();
        Issued issued = Authority.selfSigned(Request.server("localhost").key(KeyKind.ED25519, keys));
        assertThat(issued.publicKey()).isEqualTo(keys.getPublic());
        assertThat(issued.privateKey()).isSameAs(keys.getPrivate());
        assertThatCode(() -> issued.certificate().verify(keys.getPublic())).doesNotThrowAnyException();
        assertThat(issued.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void trustsItselfInItsTrustStore() throws Exception {
        validate(ROOT.issue(Request.server("localhost")), new PKIXParameters(ROOT.trustStore()));
    }

    @Test
    void registersNoProvider() {
        ROOT.issue(Request.server("localhost"));
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static void validate(Issued issued, Authority trusted) throws Exception {
        validate(issued, new PKIXParameters(Set.of(new TrustAnchor(trusted.certificate(), null))));
    }

    private static void validate(Issued issued, PKIXParameters parameters) throws Exception {
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(issued.chain()), parameters);
    }
}
