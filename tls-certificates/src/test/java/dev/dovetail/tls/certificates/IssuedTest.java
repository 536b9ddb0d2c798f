package dev.dovetail.tls.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class IssuedTest {

    private static final char[] PASSWORD = "only for a test".toCharArray();

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.certificates.AuthorityTest#ofTheJdk")
    void survivesAKeyStore(KeyKind kind) throws Exception {
        Issued issued =
                Authority.create("root").issue(Request.server("localhost").key(kind));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        issued.keyStore("server", PASSWORD).store(file, PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file.toByteArray()), PASSWORD);
        assertThat(store.getKey("server", PASSWORD).getEncoded())
                .isEqualTo(issued.privateKey().getEncoded());
        assertThat(store.getCertificateChain("server")).containsExactlyElementsOf(issued.chain());
    }

    @Test
    void writesItsChainAsPem() throws Exception {
        Issued issued = Authority.create("root").intermediate("between").issue(Request.server("localhost"));
        byte[] pem = issued.chainPem().getBytes(StandardCharsets.US_ASCII);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)))
                .hasSize(2)
                .isEqualTo(issued.chain());
        assertThat(issued.chainPem().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_2048", "RSASSA_PSS_2048", "ED25519", "ED448"})
    void writesItsKeyAsPem(KeyKind kind) throws Exception {
        Issued issued = Authority.selfSigned(Request.server("localhost").key(kind));
        assertThat(privateKeyDer(issued)).isEqualTo(issued.privateKey().getEncoded());
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "EC_P521"})
    void writesItsKeyOnACurveAsPemWithThePublicKey(KeyKind kind) throws Exception {
        Issued issued = Authority.selfSigned(Request.server("localhost").key(kind));
        byte[] der = privateKeyDer(issued);
        PrivateKey read = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(((ECPrivateKey) read).getS()).isEqualTo(((ECPrivateKey) issued.privateKey()).getS());
        assertThat(org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(
                                PrivateKeyInfo.getInstance(der).parsePrivateKey())
                        .getPublicKey())
                .isEqualTo(SubjectPublicKeyInfo.getInstance(issued.publicKey().getEncoded())
                        .getPublicKeyData());
    }

    private static byte[] privateKeyDer(Issued issued) {
        String body = issued.privateKeyPem().replaceAll("-----.*-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body);
    }

    @Test
    void printsNothingOfItsKey() {
        Issued issued = Authority.selfSigned(Request.server("localhost"));
        assertThat(issued).hasToString("Issued[CN=localhost, EC]");
    }
}
