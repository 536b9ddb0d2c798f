package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.KeyUse;
import dev.dovetail.tls.certificates.Purpose;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the verifier says of chains that the JDK can't even read. */
final class Sm2ChainsTest {

    private static final List<SignatureScheme> SCHEMES = List.of(new Sm2SigSm3());

    private final Authority root = Sm2Party.ROOT;

    @Test
    void acceptsAChainOfSm2WhateverItsOrder() {
        Authority below = root.intermediate(authority("a"));
        Authority lower = below.intermediate(authority("b"));
        List<X509Certificate> chain = new ArrayList<>(lower.issue(server()).chain());
        assertThat(chain).hasSize(3);
        assertThat(refusal(chain)).isEmpty();
        assertThat(refusal(List.of(chain.get(0), chain.get(2), chain.get(1)))).isEmpty();
        chain.add(root.certificate());
        assertThat(refusal(chain)).as("with the root").isEmpty();
    }

    @Test
    void acceptsACertificateThatIsItselfTrusted() {
        X509Certificate own = Authority.selfSigned(server()).certificate();
        assertThat(PkixVerifier.trusting(List.of(own))
                        .verify(peer(List.of(read(own)), SCHEMES))
                        .toCompletableFuture()
                        .join()
                        .refusal())
                .isEmpty();
    }

    @Test
    void refusesAChainWithAGap() {
        List<X509Certificate> chain = root.intermediate(authority("a"))
                .intermediate(authority("b"))
                .issue(server())
                .chain();
        refuses(List.of(chain.get(0), chain.get(2)), Fault.CERTIFICATE_UNTRUSTED, "CN=b");
    }

    @Test
    void refusesASignatureThatIsNotRight() throws Exception {
        byte[] der = root.issue(server()).certificate().getEncoded();
        der[der.length - 1] ^= 1;
        refuses(List.of(new CertificateReader(SCHEMES).read(der)), Fault.CERTIFICATE_UNTRUSTED, "SM2 Root");
        byte[] named = root.issue(server()).certificate().getEncoded();
        int at = indexOf(named, "server.test".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        named[at + 6] ^= 1;
        refuses(List.of(new CertificateReader(SCHEMES).read(named)), Fault.CERTIFICATE_UNTRUSTED, "SM2 Root");
    }

    @Test
    void refusesALeafThatIssues() {
        Issued leaf = root.issue(server());
        List<X509Certificate> chain = Authority.of(leaf).issue(server()).chain();
        refuses(chain, Fault.CERTIFICATE_INVALID, "no authority");
    }

    @Test
    void refusesAnAuthorityThatMayNotSignCertificates() {
        Request crippled = authority("a").keyUses(KeyUse.CRL_SIGN);
        List<X509Certificate> chain =
                root.intermediate(crippled).issue(server()).chain();
        refuses(chain, Fault.CERTIFICATE_INVALID, "no authority");
    }

    @Test
    void refusesWhatIsOutOfDate() {
        refuses(root.issue(server().expired()).chain(), Fault.CERTIFICATE_EXPIRED, "ended on");
        List<X509Certificate> chain =
                root.intermediate(authority("a").notYetValid()).issue(server()).chain();
        refuses(chain, Fault.CERTIFICATE_EXPIRED, "begins on");
    }

    @Test
    void refusesAnotherNameAndAnotherUse() {
        Request elsewhere = Request.server("elsewhere.test").key(KeyKind.SM2);
        refuses(root.issue(elsewhere).chain(), Fault.CERTIFICATE_NAME_MISMATCH, "elsewhere.test");
        refuses(root.issue(server().purposes(Purpose.CLIENT)).chain(), Fault.CERTIFICATE_UNFIT, "serverAuth");
        refuses(root.issue(server().keyUses(KeyUse.KEY_ENCIPHERMENT)).chain(), Fault.CERTIFICATE_UNFIT, "sign");
    }

    /** Otherwise an authority that the JDK's rules refuse could get around them with a key that the JDK can't read. */
    @Test
    void refusesAnAuthorityWhoseSignaturesTheJdkVerifies() {
        Authority usual = Authority.create("Usual Root");
        List<X509Certificate> chain = usual.issue(server()).chain();
        List<SignatureScheme> schemes = List.of(new Sm2SigSm3(), new AnyEcdsa());
        TlsFault fault = refusal(PkixVerifier.trusting(List.of(usual.certificate())), chain, schemes)
                .orElseThrow();
        assertThat(fault.fault()).as(fault.detail()).isEqualTo(Fault.CERTIFICATE_INVALID);
        assertThat(fault.detail()).contains("mixtures");
    }

    @Test
    void refusesWhereRevocationIsToBeChecked() throws Exception {
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        TlsFault fault = refusal(
                        Sm2Party.verifier().withRevocation(checker),
                        root.issue(server()).chain(),
                        SCHEMES)
                .orElseThrow();
        assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_INVALID);
        assertThat(fault.detail()).contains("revoked");
    }

    /** P4: a scheme counts only where it is accepted in certificates. */
    @Test
    void refusesWithoutASchemeThatIsAccepted() {
        TlsFault fault = refusal(Sm2Party.verifier(), root.issue(server()).chain(), List.of())
                .orElseThrow();
        assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void judgesOthersAsBeforeBesideRootsThatTheJdkCannotRead() {
        Authority usual = Authority.create("Usual Root");
        PkixVerifier both = PkixVerifier.trusting(List.of(root.certificate(), usual.certificate()));
        Request request = Request.server(Sm2Party.NAME);
        assertThat(refusal(both, usual.issue(request).chain(), SCHEMES)).isEmpty();
        assertThat(refusal(both, root.issue(server()).chain(), SCHEMES)).isEmpty();
        assertThat(refusal(both, Authority.create("Usual Root").issue(request).chain(), SCHEMES))
                .isPresent();
    }

    @Test
    void readsWhatItCannotReadExactly() throws Exception {
        X509Certificate issued = root.issue(server()).certificate();
        X509Certificate read = read(issued);
        assertThat(read.getEncoded()).isEqualTo(issued.getEncoded());
        assertThat(read.getTBSCertificate()).isEqualTo(issued.getTBSCertificate());
        assertThat(read.getSignature()).isEqualTo(issued.getSignature());
        assertThat(read.getPublicKey().getEncoded())
                .isEqualTo(issued.getPublicKey().getEncoded());
        assertThat(read.getSerialNumber()).isEqualTo(issued.getSerialNumber());
        assertThat(read.getSubjectX500Principal()).isEqualTo(issued.getSubjectX500Principal());
        assertThat(read.getIssuerX500Principal()).isEqualTo(issued.getIssuerX500Principal());
        assertThat(read.getNotAfter()).isEqualTo(issued.getNotAfter());
        assertThat(read.getSubjectAlternativeNames()).containsExactlyElementsOf(issued.getSubjectAlternativeNames());
        assertThat(read.getCriticalExtensionOIDs()).isEqualTo(issued.getCriticalExtensionOIDs());
        read.verify(root.certificate().getPublicKey());
        byte[] longer = Arrays.copyOf(issued.getEncoded(), issued.getEncoded().length + 1);
        Assertions.assertThatThrownBy(() -> new CertificateReader(SCHEMES).read(longer))
                .isInstanceOf(CertificateException.class);
    }

    private static void refuses(List<X509Certificate> chain, Fault fault, String detail) {
        TlsFault refusal = refusal(chain).orElseThrow();
        assertThat(refusal.fault()).as(refusal.detail()).isEqualTo(fault);
        assertThat(refusal.detail()).contains(detail);
    }

    private static Optional<TlsFault> refusal(List<X509Certificate> chain) {
        return refusal(Sm2Party.verifier(), chain, SCHEMES);
    }

    private static Optional<TlsFault> refusal(
            PkixVerifier verifier, List<X509Certificate> chain, List<SignatureScheme> schemes) {
        List<X509Certificate> read = chain.stream().map(Sm2ChainsTest::read).toList();
        return verifier.verify(peer(read, schemes)).toCompletableFuture().join().refusal();
    }

    private static PeerCertificates peer(List<X509Certificate> chain, List<SignatureScheme> schemes) {
        return new PeerCertificates(
                chain, Role.SERVER, Optional.of(Sm2Party.NAME), ProtocolVersion.TLS_1_3, false, List.of(), schemes);
    }

    private static X509Certificate read(X509Certificate certificate) {
        try {
            return new CertificateReader(SCHEMES).read(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static Request server() {
        return Request.server(Sm2Party.NAME).key(KeyKind.SM2);
    }

    private static Request authority(String name) {
        return Request.client(name).key(KeyKind.SM2).withoutPurposes().keyUses(KeyUse.KEY_CERT_SIGN);
    }

    private static int indexOf(byte[] in, byte[] wanted) {
        for (int i = 0; i <= in.length - wanted.length; i++) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) return i;
        }
        throw new AssertionError("not there");
    }
}
