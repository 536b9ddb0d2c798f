package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import org.junit.jupiter.api.Test;

class RepresentativesTest {

    private static final Representatives ALL = new Representatives(Plugins.all());

    private static Representatives without(String... names) {
        Catalog catalog = Plugins.all().without(names);
        return new Representatives(catalog);
    }

    @Test
    void suitesAreTheFirstWithEachCipherInEachVersion() {
        assertThat(ALL.suites(ProtocolVersion.TLS_1_3))
                .containsExactly("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
        assertThat(ALL.suites(ProtocolVersion.TLS_1_2))
                .containsExactly(
                        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
    }

    @Test
    void cbcIsOneCipherWithEachOfItsMacs() {
        assertThat(ALL.cbcSuites())
                .containsExactly("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
    }

    @Test
    void groupsAreCurvesOfSeveralImplementationsAndOneHybrid() {
        assertThat(ALL.groups())
                .containsExactly("X25519MLKEM768", "x25519", "secp256r1", "x448", "secp384r1", "secp521r1");
    }

    @Test
    void schemesAreThoseOnCurvesAndOneWithRsa() {
        assertThat(ALL.schemes())
                .containsExactly(
                        "ecdsa_secp256r1_sha256",
                        "ed25519",
                        "rsa_pss_rsae_sha256",
                        "ecdsa_secp384r1_sha384",
                        "ecdsa_secp521r1_sha512",
                        "ed448");
    }

    @Test
    void whatTheCatalogLacksIsReplacedByTheNext() {
        Representatives fewer = without("AES_128_GCM", "AES_128_CBC", "x25519");
        assertThat(fewer.suites(ProtocolVersion.TLS_1_3)).startsWith("TLS_AES_256_GCM_SHA384");
        assertThat(fewer.cbcSuites()).first().isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA");
        assertThat(fewer.groups()).contains("secp256r1", "x448").doesNotContain("x25519");
    }
}
