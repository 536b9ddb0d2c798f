package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several implementations of one name is used can be asked for, with the implementations that there are. */
class UsedPartTest {

    private static final Catalog CATALOG = Catalog.discover();

    @Test
    void theImplementationInASuiteIsTheUsedOne() {
        assertThat(CATALOG.usable()).isNotEmpty().allMatch(suite -> CATALOG.uses(suite.cipher()));
    }

    @Test
    void oneImplementationOfEachNameIsUsed() {
        List<Part> chacha = named("CHACHA20_POLY1305");

        assertThat(chacha).hasSizeGreaterThan(1);
        assertThat(chacha.stream().filter(CATALOG::uses)).hasSize(1);
    }

    @Test
    void aPreferenceChangesIt() {
        for (Part part : named("CHACHA20_POLY1305")) {
            Catalog preferring = CATALOG.prefer(part.name(), part.implementation());

            assertThat(named("CHACHA20_POLY1305").stream().filter(preferring::uses))
                    .containsExactly(part);
        }
    }

    @Test
    void whatIsNotInTheCatalogIsNotUsed() {
        Part part = named("AES_128_GCM").get(0);

        assertThat(CATALOG.without("AES_128_GCM").uses(part)).isFalse();
    }

    private static List<Part> named(String name) {
        return CATALOG.parts().stream()
                .filter(part -> part instanceof BulkCipher && part.name().equals(name))
                .toList();
    }
}
