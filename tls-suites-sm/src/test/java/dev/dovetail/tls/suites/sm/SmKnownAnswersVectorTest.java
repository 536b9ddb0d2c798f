package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.Hex;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;

/** The answers that the standards themselves give. */
final class SmKnownAnswersVectorTest {

    /** GB/T 32918.5-2017 A.2: key, nonce and signature on "message digest" under the usual identifier. */
    private static final BigInteger SCALAR = hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");

    private static final byte[] POINT = Hex.bytes(
            "04",
            "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020",
            "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");

    private static final byte[] NONCE = Hex.bytes("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21");
    private static final BigInteger R = hex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3");
    private static final BigInteger S = hex("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

    /** GB/T 32905-2016 A.1. */
    @Test
    void hashesAbc() {
        assertThat(sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Hex.bytes("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    }

    /** GB/T 32905-2016 A.2. */
    @Test
    void hashesSixteenTimesAbcd() {
        assertThat(sm3("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Hex.bytes("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
    }

    @Test
    void derivesThePublicKeyOfTheStandard() {
        try (NamedGroup.Initiator pair = CurveSm2.pair(SCALAR)) {
            assertThat(pair.share()).isEqualTo(POINT);
        }
    }

    @Test
    void signsAndVerifiesTheSignatureOfTheStandard() throws Exception {
        byte[] signature = signature(R, S);
        assertThat(Sm2Signature.CERTIFICATE.sign(privateKey(), MESSAGE, new Told(NONCE)))
                .isEqualTo(signature);
        assertThat(Sm2Signature.CERTIFICATE.verify(publicKey(), MESSAGE, signature))
                .isTrue();
        assertThat(new Sm2SigSm3().verifyCertificate(publicKey(), MESSAGE, signature))
                .isTrue();
    }

    /** RFC 8998 3.2.1: handshakes and certificates have identifiers of their own, and neither passes for the other. */
    @Test
    void keepsHandshakesAndCertificatesApart() throws Exception {
        Sm2SigSm3 scheme = new Sm2SigSm3();
        assertThat(scheme.verify(publicKey(), MESSAGE, signature(R, S))).isFalse();
        byte[] handshake = scheme.sign(privateKey(), MESSAGE, new SecureRandom());
        assertThat(scheme.verify(publicKey(), MESSAGE, handshake)).isTrue();
        assertThat(scheme.verifyCertificate(publicKey(), MESSAGE, handshake)).isFalse();
        assertThat(new Sm2Signature("TLSv1.3+GM+Cipher+Suite").verify(publicKey(), MESSAGE, handshake))
                .isTrue();
    }

    @Test
    void readsKeysInTheirOneEncodingOnly() throws Exception {
        byte[] info = publicKey().getEncoded();
        assertThat(Sm2PublicKey.of(info)).isPresent();
        byte[] longer = java.util.Arrays.copyOf(info, info.length + 1);
        assertThat(Sm2PublicKey.of(longer)).as("a byte behind it").isEmpty();
        byte[] offCurve = info.clone();
        offCurve[offCurve.length - 1] ^= 1;
        assertThat(Sm2PublicKey.of(offCurve)).as("a point off the curve").isEmpty();
        byte[] otherCurve = dev.dovetail.tls.certificates.KeyKind.EC_P256
                .generate()
                .getPublic()
                .getEncoded();
        assertThat(Sm2PublicKey.of(otherCurve)).as("another curve").isEmpty();
        assertThat(Sm2PublicKey.of(new byte[0])).isEmpty();
        assertThat(Sm2PrivateKey.of(privateKey().getEncoded())).isPresent();
        BigInteger order = Sm2Curve.DOMAIN.getN();
        for (BigInteger wrong : new BigInteger[] {BigInteger.ZERO, order.subtract(BigInteger.ONE), order}) {
            assertThat(Sm2PrivateKey.of(info(wrong))).as("scalar %x", wrong).isEmpty();
        }
    }

    @Test
    void neverPrintsAPrivateKey() throws Exception {
        assertThat(privateKey().toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(SCALAR.toString(16))
                .doesNotContain(SCALAR.toString());
    }

    private static byte[] sm3(byte[] message) {
        HashAlgorithm.Hash hash = new Sm3().start();
        hash.update(message, 0, message.length);
        return hash.finish();
    }

    private static PublicKey publicKey() throws Exception {
        byte[] info = new SubjectPublicKeyInfo(Sm2Curve.ALGORITHM, POINT).getEncoded();
        return new Sm2SigSm3().publicKey(info).orElseThrow();
    }

    private static PrivateKey privateKey() throws Exception {
        return new Sm2SigSm3().privateKey(info(SCALAR)).orElseThrow();
    }

    private static byte[] info(BigInteger scalar) throws Exception {
        return new PrivateKeyInfo(Sm2Curve.ALGORITHM, new ECPrivateKey(256, scalar)).getEncoded();
    }

    private static byte[] signature(BigInteger r, BigInteger s) throws Exception {
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(r));
        numbers.add(new ASN1Integer(s));
        return new DERSequence(numbers).getEncoded();
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    /** Plays the standard's random number. */
    private static final class Told extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Told(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
