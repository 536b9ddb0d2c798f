package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default order with every module: more modules put nothing in front of what is recommended. */
class SuiteOrderTest {

    private static final Catalog CATALOG = Catalog.discover();

    @Test
    void whatIsRecommendedComesFirstInEachVersion() {
        for (ProtocolVersion version : List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2)) {
            List<UsableSuite> modern = Selection.modern(CATALOG).suites(version);
            assertThat(modern).isNotEmpty();
            assertThat(Selection.compatible(CATALOG).suites(version)).startsWith(modern.toArray(UsableSuite[]::new));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_RSA_WITH_AES_128_CBC_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA"
    })
    void goesBefore(String first, String second) {
        assertThat(CATALOG.usable()).extracting(Object::toString).containsSubsequence(first, second);
    }
}
