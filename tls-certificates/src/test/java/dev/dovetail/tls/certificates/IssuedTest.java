package dev.dovetail.tls.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IssuedTest {

    private static final char[] PASSWORD = "only for a test".toCharArray();

    @ParameterizedTest
    @EnumSource(names = "RSA_4096", mode = EnumSource.Mode.EXCLUDE)
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

    @Test
    void writesItsKeyAsPem() throws Exception {
        Issued issued = Authority.selfSigned(Request.server("localhost").key(KeyKind.EC_P384));
        String body = issued.privateKeyPem().replaceAll("-----.*-----", "").replaceAll("\\s", "");
        assertThat(KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body))))
                .isEqualTo(issued.privateKey());
    }

    @Test
    void printsNothingOfItsKey() {
        Issued issued = Authority.selfSigned(Request.server("localhost"));
        assertThat(issued).hasToString("Issued[CN=localhost, EC]");
    }
}
