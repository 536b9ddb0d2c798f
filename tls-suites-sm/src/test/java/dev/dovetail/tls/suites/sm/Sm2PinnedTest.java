package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.junit.jupiter.api.Test;

/** Who trusts one peer's certificate trusts that peer, not those whom it would like to name. */
final class Sm2PinnedTest {

    private final KeyPair keys = KeyKind.SM2.generate();
    private final KeyPair others = KeyKind.SM2.generate();

    @Test
    void acceptsWhatIsTrustedByItself() throws Exception {
        for (X509v3CertificateBuilder form : List.of(bare(), saying(new BasicConstraints(false)))) {
            X509Certificate pinned = Sm2Form.signed(form, keys);
            assertThat(refusal(pinned, List.of(pinned))).isEmpty();
        }
    }

    @Test
    void refusesWhatATrustedLeafIssued() throws Exception {
        X509v3CertificateBuilder noSigner = saying(new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        for (X509v3CertificateBuilder form : List.of(bare(), saying(new BasicConstraints(false)), noSigner)) {
            X509Certificate pinned = Sm2Form.signed(form, keys);
            X509Certificate fake = fake();
            TlsFault fault = refusal(pinned, List.of(fake, pinned)).orElseThrow();
            assertThat(fault.fault()).as(fault.detail()).isEqualTo(Fault.CERTIFICATE_INVALID);
            assertThat(fault.detail()).contains("CN=pinned", "no authority");
            assertThat(refusal(pinned, List.of(fake))).as("without it").isPresent();
        }
    }

    /** Somebody else's authority signed the trusted leaf: being trusted makes it no more of one. */
    @Test
    void refusesWhatATrustedLeafOfAnAuthorityIssued() throws Exception {
        KeyPair upper = KeyKind.SM2.generate();
        X509Certificate root = Sm2Form.signed(Sm2Form.authority("root", upper, "root", 5), upper);
        X509Certificate pinned = Sm2Form.signed(Sm2Form.server("pinned", keys, "root"), upper);
        for (List<X509Certificate> roots : List.of(List.of(pinned), List.of(pinned, root), List.of(root, pinned))) {
            TlsFault fault = refusal(roots, List.of(fake(), pinned, root)).orElseThrow();
            assertThat(fault.fault()).as(fault.detail()).isEqualTo(Fault.CERTIFICATE_INVALID);
            assertThat(refusal(roots, List.of(pinned, root))).isEmpty();
        }
    }

    @Test
    void acceptsWhatATrustedAuthorityIssuedThatWasSentToo() throws Exception {
        X509Certificate trusted = Sm2Form.signed(saying(new BasicConstraints(0)), keys);
        assertThat(refusal(trusted, List.of(fake(), trusted))).isEmpty();
    }

    private X509v3CertificateBuilder bare() throws Exception {
        return Sm2Form.server("pinned", keys, "pinned");
    }

    private X509v3CertificateBuilder saying(BasicConstraints constraints) throws Exception {
        return bare().addExtension(Extension.basicConstraints, true, constraints);
    }

    private X509Certificate fake() throws Exception {
        return Sm2Form.signed(Sm2Form.server("fake", others, "pinned"), keys);
    }

    private static Optional<TlsFault> refusal(X509Certificate trusted, List<X509Certificate> chain) {
        return refusal(List.of(trusted), chain);
    }

    private static Optional<TlsFault> refusal(List<X509Certificate> roots, List<X509Certificate> chain) {
        PeerCertificates peer = new PeerCertificates(
                chain,
                Role.SERVER,
                Optional.of(Sm2Party.NAME),
                ProtocolVersion.TLS_1_3,
                false,
                List.of(),
                List.of(new Sm2SigSm3()));
        return PkixVerifier.trusting(roots)
                .verify(peer)
                .toCompletableFuture()
                .join()
                .refusal();
    }
}
