package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.junit.jupiter.api.Test;

/** Constraints of authorities in chains that the JDK can't validate: kept where they are simple, else refused. */
final class Sm2ConstraintsTest {

    private static final List<SignatureScheme> SCHEMES = List.of(new Sm2SigSm3());
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.7");

    private final KeyPair root = KeyKind.SM2.generate();
    private final KeyPair upper = KeyKind.SM2.generate();
    private final KeyPair lower = KeyKind.SM2.generate();
    private final KeyPair leaf = KeyKind.SM2.generate();

    @Test
    void keepsTheLengthThatAnAuthorityAllows() throws Exception {
        assertThat(refusal(upper(1))).isEmpty();
        TlsFault fault = refusal(upper(0)).orElseThrow();
        assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_INVALID);
        assertThat(fault.detail()).contains("allows 0 authorities");
    }

    @Test
    void refusesNameConstraintsBecauseItDoesNotUnderstandThem() throws Exception {
        GeneralSubtree everywhere = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "test"));
        NameConstraints constraints = new NameConstraints(new GeneralSubtree[] {everywhere}, null);
        for (boolean critical : new boolean[] {true, false}) {
            TlsFault fault = refusal(upper(1).addExtension(Extension.nameConstraints, critical, constraints))
                    .orElseThrow();
            assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_INVALID);
            assertThat(fault.detail()).contains("2.5.29.30");
        }
    }

    @Test
    void refusesACriticalExtensionThatNobodyKnows() throws Exception {
        assertThat(refusal(upper(1).addExtension(UNKNOWN, false, DERNull.INSTANCE)))
                .isEmpty();
        TlsFault fault =
                refusal(upper(1).addExtension(UNKNOWN, true, DERNull.INSTANCE)).orElseThrow();
        assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_INVALID);
        assertThat(fault.detail()).contains(UNKNOWN.getId());
    }

    /** What an authority may be used for holds for those below. */
    @Test
    void refusesAnAuthorityThatIsForSomethingElse() throws Exception {
        for (boolean critical : new boolean[] {true, false}) {
            TlsFault fault = refusal(upper(1).addExtension(
                                    Extension.extendedKeyUsage,
                                    critical,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning)))
                    .orElseThrow();
            assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_INVALID);
            assertThat(fault.detail()).contains("CN=upper", "codeSigning", "serverAuth");
        }
        for (KeyPurposeId purpose :
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.anyExtendedKeyUsage}) {
            assertThat(refusal(upper(1).addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))))
                    .isEmpty();
        }
    }

    private Optional<TlsFault> refusal(X509v3CertificateBuilder upperForm) throws Exception {
        X509Certificate trusted = Sm2Form.signed(Sm2Form.authority("root", root, "root", 5), root);
        X509v3CertificateBuilder own = Sm2Form.server("leaf", leaf, "lower");
        List<X509Certificate> chain = List.of(
                Sm2Form.signed(own, lower),
                Sm2Form.signed(Sm2Form.authority("lower", lower, "upper", 3), upper),
                Sm2Form.signed(upperForm, root));
        PeerCertificates peer = new PeerCertificates(
                chain, Role.SERVER, Optional.of(Sm2Party.NAME), ProtocolVersion.TLS_1_3, false, List.of(), SCHEMES);
        return PkixVerifier.trusting(List.of(trusted))
                .verify(peer)
                .toCompletableFuture()
                .join()
                .refusal();
    }

    private X509v3CertificateBuilder upper(int below) throws Exception {
        return Sm2Form.authority("upper", upper, "root", below);
    }
}
