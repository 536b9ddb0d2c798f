package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.junit.jupiter.api.Test;

/** Chains whose signatures the plug-ins verify are judged as they are by the JDK alone: {@link Judgement} compares. */
class SchemeVerifiedChainsTest {

    private static final String ECDSA = "SHA256withECDSA";
    private static final Party ROOT = Party.root(KeyKind.EC_P256, ECDSA);
    private static final Party INTER = ROOT.intermediate("Intermediate", KeyKind.EC_P256, ECDSA);
    private static final KeyPair KEYS = KeyKind.EC_P256.generate();

    // ---- right ones

    @Test
    void acceptsEcdsaAndAsksTheSchemesOncePerLink() {
        accepted(Judgement.of(ROOT.certificate(), INTER.leaf(KEYS), INTER.certificate()), 2);
    }

    @Test
    void acceptsEcdsaOnP384() {
        Party root = Party.root(KeyKind.EC_P384, "SHA384withECDSA");
        Party inter = root.intermediate("Intermediate", KeyKind.EC_P384, "SHA384withECDSA");

        accepted(Judgement.of(root.certificate(), inter.leaf(KEYS), inter.certificate()), 2);
    }

    @Test
    void acceptsEd25519() {
        Party root = Party.root(KeyKind.ED25519, "Ed25519");
        Party inter = root.intermediate("Intermediate", KeyKind.ED25519, "Ed25519");

        accepted(Judgement.of(root.certificate(), inter.leaf(KEYS), inter.certificate()), 2);
    }

    @Test
    void acceptsRsaPss() {
        Authority root = Authority.create("root", KeyKind.RSA_2048);
        Issued server = root.issue(Request.server(Party.HOST).signedWith(CertificateSignature.RSA_PSS_SHA256));

        accepted(Judgement.of(root.certificate(), server.certificate()), 1);
    }

    @Test
    void acceptsKeysThatAreForRsaPssOnly() {
        Authority root = Authority.create("root", KeyKind.RSASSA_PSS_2048);
        Issued server = root.issue(Request.server(Party.HOST));

        accepted(Judgement.of(root.certificate(), server.certificate()), 1);
    }

    @Test
    void acceptsALeafThatIsSignedWithSha1AsTheJdkDoes() {
        X509Certificate leaf = INTER.leaf(KEYS, "SHA1withECDSA");

        accepted(Judgement.of(ROOT.certificate(), leaf, INTER.certificate()), 2);
    }

    @Test
    void acceptsAnRsaKeyOf1024BitsAsTheJdkDoes() throws Exception {
        Party root = Party.root(rsa(1024), "SHA256withRSA");

        accepted(Judgement.of(root.certificate(), root.leaf(KEYS)), 1);
    }

    @Test
    void acceptsASignatureThatTheJdkReadsAndTheSchemeDoesNot() {
        X509Certificate leaf = withBareFirstNumber();

        accepted(Judgement.of(ROOT.certificate(), leaf, INTER.certificate()), 2);
    }

    // ---- wrong ones

    @Test
    void refusesAnRsaKeyThatTheJdkDisables() throws Exception {
        Party root = Party.root(rsa(512), "SHA256withRSA");

        refused(Judgement.of(root.certificate(), root.leaf(KEYS)), Fault.CERTIFICATE_INVALID);
    }

    @Test
    void refusesAChangedContent() {
        byte[] leaf = encoded(INTER.leaf(KEYS));
        byte[] serial = BigInteger.valueOf(Party.SERIAL).toByteArray();
        leaf[indexOf(leaf, serial) + serial.length - 1] ^= 1;

        asked(refused(
                Judgement.of(ROOT.certificate(), Party.read(leaf), INTER.certificate()), Fault.CERTIFICATE_INVALID));
    }

    @Test
    void refusesAChangedContentOfAnAuthority() {
        byte[] inter = encoded(INTER.certificate());
        byte[] serial = BigInteger.valueOf(Party.SERIAL).toByteArray();
        inter[indexOf(inter, serial) + serial.length - 1] ^= 1;

        asked(refused(
                Judgement.of(ROOT.certificate(), INTER.leaf(KEYS), Party.read(inter)), Fault.CERTIFICATE_INVALID));
    }

    @Test
    void refusesAChangedSignatureOfEachKind() {
        for (Party root : List.of(
                ROOT,
                Party.root(KeyKind.EC_P384, "SHA384withECDSA"),
                Party.root(KeyKind.ED25519, "Ed25519"),
                Party.root(KeyKind.RSA_2048, "SHA256withRSA"))) {
            byte[] leaf = encoded(root.leaf(KEYS));
            leaf[leaf.length - 2] ^= 1;

            asked(refused(Judgement.of(root.certificate(), Party.read(leaf)), Fault.CERTIFICATE_INVALID));
        }
    }

    @Test
    void refusesAChangedSignatureOfAChainThatIsRemembered() {
        PkixVerifier verifier = PkixVerifier.trusting(List.of(ROOT.certificate()));
        X509Certificate right = INTER.leaf(KEYS);
        byte[] wrong = encoded(right);
        wrong[wrong.length - 1] ^= 1;

        accepted(Judgement.of(verifier, List.of(), right, INTER.certificate()), 2);
        accepted(Judgement.of(verifier, List.of(), right, INTER.certificate()), 2);
        refused(Judgement.of(verifier, List.of(), Party.read(wrong), INTER.certificate()), Fault.CERTIFICATE_INVALID);
    }

    @Test
    void refusesARememberedChainWhereItsRootIsNotTrusted() {
        PkixVerifier verifier = PkixVerifier.trusting(List.of(ROOT.certificate()));
        X509Certificate[] chain = {INTER.leaf(KEYS), INTER.certificate()};
        Party other = new Party("Other", KeyKind.EC_P256.generate(), ECDSA, null);
        X509Certificate otherRoot =
                other.authority("Other", other.keys(), ECDSA, 3).certificate();

        for (int i = 0; i < 2; i++) accepted(Judgement.of(verifier, List.of(), chain), 2);

        refused(Judgement.of(otherRoot, chain), Fault.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesTheKeyOfANamesakeOfTheIssuer() {
        Party namesake = Party.root(KeyKind.EC_P256, ECDSA);

        asked(refused(
                Judgement.of(namesake.certificate(), INTER.leaf(KEYS), INTER.certificate()),
                Fault.CERTIFICATE_INVALID));
    }

    @Test
    void refusesANameThatAnAuthorityMayNotIssueFor() {
        NameConstraints elsewhere = new NameConstraints(
                new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, "elsewhere.test"))},
                null);
        Party narrow = ROOT.authority(
                "Narrow", KeyKind.EC_P256.generate(), ECDSA, 3, new Party.Extra(Extension.nameConstraints, elsewhere));

        refused(Judgement.of(ROOT.certificate(), narrow.leaf(KEYS), narrow.certificate()), Fault.CERTIFICATE_INVALID);
    }

    @Test
    void refusesMoreAuthoritiesThanOneAllowsBelowIt() {
        Party last = ROOT.authority("Last", KeyKind.EC_P256.generate(), ECDSA, 0);
        Party below = last.intermediate("Below", KeyKind.EC_P256, ECDSA);

        refused(
                Judgement.of(ROOT.certificate(), below.leaf(KEYS), below.certificate(), last.certificate()),
                Fault.CERTIFICATE_INVALID);
    }

    @Test
    void refusesARevokedCertificateByItsStapledResponse() throws Exception {
        X509Certificate leaf = ROOT.leaf(KEYS);

        refused(
                Judgement.withStapled(ROOT.certificate(), offline(), OcspAnswer.of(ROOT, leaf, true), leaf),
                Fault.CERTIFICATE_REVOKED);
        accepted(Judgement.withStapled(ROOT.certificate(), offline(), OcspAnswer.of(ROOT, leaf, false), leaf), 1);
    }

    // ---- algorithm identifiers that contradict each other: they do not get as far as a verifier

    @Test
    void doesNotReadAnOuterAlgorithmThatIsNotTheInner() {
        ASN1Sequence leaf = ASN1Sequence.getInstance(encoded(INTER.leaf(KEYS)));

        assertUnreadable(assembled(leaf.getObjectAt(0), "SHA384withECDSA", bits(leaf)));
    }

    @Test
    void doesNotReadAnInnerAlgorithmThatIsNotTheOuterThoughItsSignatureIsRight() throws Exception {
        ASN1Sequence leaf = ASN1Sequence.getInstance(encoded(INTER.leaf(KEYS)));
        ASN1EncodableVector content = new ASN1EncodableVector();
        ASN1Sequence old = ASN1Sequence.getInstance(leaf.getObjectAt(0));
        for (int i = 0; i < old.size(); i++) content.add(i == 2 ? identifier("SHA384withECDSA") : old.getObjectAt(i));
        DERSequence changed = new DERSequence(content);
        Signature signature = Signature.getInstance(ECDSA);
        signature.initSign(INTER.keys().getPrivate());
        signature.update(changed.getEncoded(ASN1Encoding.DER));

        assertUnreadable(assembled(changed, ECDSA, signature.sign()));
    }

    private static void assertUnreadable(byte[] certificate) {
        for (List<SignatureScheme> schemes : List.of(List.<SignatureScheme>of(), Judgement.REAL)) {
            assertThatThrownBy(() -> new CertificateReader(schemes).read(certificate))
                    .isInstanceOf(CertificateException.class);
        }
    }

    private static void accepted(Judgement judgement, int asked) {
        assertThat(judgement).isEqualTo(new Judgement(Optional.empty(), asked));
    }

    private static Judgement refused(Judgement judgement, Fault fault) {
        assertThat(judgement.fault()).contains(fault);
        return judgement;
    }

    private static void asked(Judgement judgement) {
        assertThat(judgement.asked()).isPositive();
    }

    /** DER as some issuers wrote it: a first number that would be negative, for want of a leading zero. */
    private static X509Certificate withBareFirstNumber() {
        while (true) {
            ASN1Sequence leaf = ASN1Sequence.getInstance(encoded(INTER.leaf(KEYS)));
            ASN1Sequence numbers = ASN1Sequence.getInstance(bits(leaf));
            BigInteger first = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
            if (first.bitLength() != 256) continue;
            ASN1EncodableVector bare = new ASN1EncodableVector();
            bare.add(new ASN1Integer(first.subtract(BigInteger.ONE.shiftLeft(256))));
            bare.add(numbers.getObjectAt(1));
            try {
                byte[] signature = new DERSequence(bare).getEncoded(ASN1Encoding.DER);
                return Party.read(assembled(leaf.getObjectAt(0), ECDSA, signature));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] bits(ASN1Sequence certificate) {
        return DERBitString.getInstance(certificate.getObjectAt(2)).getOctets();
    }

    private static byte[] assembled(ASN1Encodable content, String algorithm, byte[] signature) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content);
        parts.add(identifier(algorithm));
        parts.add(new DERBitString(signature));
        try {
            return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AlgorithmIdentifier identifier(String algorithm) {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded().clone();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i <= all.length - part.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) return i;
        }
        throw new IllegalArgumentException("not in there");
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static PKIXRevocationChecker offline() throws Exception {
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                Set.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
        return checker;
    }
}
