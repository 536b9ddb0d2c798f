package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.credential.CertificateReader;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Constraints of authorities in chains that the JDK can't validate: kept where they are simple, else refused. */
final class Sm2ConstraintsTest {

    private static final Provider PROVIDER = new BouncyCastleProvider();
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

    private Optional<TlsFault> refusal(X509v3CertificateBuilder upperForm) throws Exception {
        X509Certificate trusted = signed(authority("root", root, "root", 5), root);
        X509v3CertificateBuilder own = form("leaf", leaf, "lower")
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, Sm2Party.NAME)));
        List<X509Certificate> chain = List.of(
                signed(own, lower), signed(authority("lower", lower, "upper", 3), upper), signed(upperForm, root));
        PeerCertificates peer = new PeerCertificates(
                chain, Role.SERVER, Optional.of(Sm2Party.NAME), ProtocolVersion.TLS_1_3, false, List.of(), SCHEMES);
        return PkixVerifier.trusting(List.of(trusted))
                .verify(peer)
                .toCompletableFuture()
                .join()
                .refusal();
    }

    private X509v3CertificateBuilder upper(int below) throws Exception {
        return authority("upper", upper, "root", below);
    }

    private static X509v3CertificateBuilder authority(String name, KeyPair keys, String issuer, int below)
            throws Exception {
        return form(name, keys, issuer).addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
    }

    private static X509v3CertificateBuilder form(String name, KeyPair keys, String issuer) {
        long now = System.currentTimeMillis();
        return new X509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                BigInteger.ONE,
                new Date(now - 3_600_000),
                new Date(now + 3_600_000),
                new X500Name("CN=" + name),
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    }

    private static X509Certificate signed(X509v3CertificateBuilder form, KeyPair issuer) throws Exception {
        byte[] der = form.build(new JcaContentSignerBuilder("SM3withSM2")
                        .setProvider(PROVIDER)
                        .build(issuer.getPrivate()))
                .getEncoded();
        return new CertificateReader(SCHEMES).read(der);
    }
}
