package dev.dovetail.tls.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JssePolicyTest {

    private static final String RULES =
            "SSLv3, TLSv1, RC4, DH keySize < 1024, 3DES_EDE_CBC, anon, NULL, ECDH, TLS_RSA_*,"
                    + " rsa_pkcs1_sha1 usage HandshakeSignature";

    @Test
    void liftsThePatternThatForbidsASuiteOfOurs() {
        JssePolicy policy = JssePolicy.of(RULES, List.of("TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"));

        assertThat(policy.lifted()).containsExactly("TLS_RSA_*");
        assertThat(policy.kept()).contains("SSLv3", "DH keySize < 1024", "ECDH").doesNotContain("TLS_RSA_*");
    }

    @Test
    void liftsTheAlgorithmThatForbidsASuiteOfOurs() {
        assertThat(JssePolicy.of(RULES, List.of("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"))
                        .lifted())
                .containsExactly("3DES_EDE_CBC");
    }

    @Test
    void liftsNothingForSuitesThatNothingForbids() {
        JssePolicy policy =
                JssePolicy.of(RULES, List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"));

        assertThat(policy.lifted()).isEmpty();
        assertThat(String.join(", ", policy.kept())).isEqualTo(RULES);
    }
}
