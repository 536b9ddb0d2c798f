package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Needs;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.jsse.DovetailOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a context could enable, and whom it asks to know. */
class SupportedSuitesTest {

    private static final String USUAL = "TLS_AES_128_GCM_SHA256";
    private static final String CURIOUS = "TLS_CURIOUS";
    private static final String LATE = "TLS_CHACHA20_POLY1305_SHA256";
    private static final String UNASKED_FOR = "TLS_RSA_WITH_AES_128_GCM_SHA256";

    private final AtomicInteger asked = new AtomicInteger();
    private final Catalog catalog = withCurious(asked);
    // Another order than the catalog's.
    private final Selection selection = Selection.modern(catalog).suites(LATE, USUAL);
    private final SupportedSuites suites = new SupportedSuites(DovetailOptions.of(catalog, selection));

    /** Counts how often it is asked whether it works. */
    private record CuriousHash(AtomicInteger asked) implements HashAlgorithm {

        @Override
        public String name() {
            return "CURIOUS";
        }

        @Override
        public String implementation() {
            return "Test";
        }

        @Override
        public Availability availability() {
            asked.incrementAndGet();
            return Availability.available();
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public Hash start() {
            throw new AssertionError("never run");
        }

        @Override
        public Mac hmac() {
            throw new AssertionError("never run");
        }
    }

    @Test
    void aNameIsLookedUpWithoutAskingThePartsOfOthers() {
        assertThat(suites.contains(USUAL)).isTrue();
        assertThat(suites.contains(UNASKED_FOR)).isTrue();
        assertThat(suites.contains("TLS_NOBODY")).isFalse();
        assertThat(asked).hasValue(0);

        assertThat(suites.contains(CURIOUS)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void theWholeListBeginsWithTheSelectionAndHasEachSuiteOnce() {
        assertThat(suites.all())
                .startsWith(LATE, USUAL)
                .doesNotHaveDuplicates()
                .contains(UNASKED_FOR, CURIOUS)
                .allMatch(suites::contains);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aHandshakeAsksNoPartsOfSuitesThatItDoesNotOffer(String protocol) throws Exception {
        TlsContext context = Contexts.context(DovetailOptions.of(catalog), Map.of());
        SSLEngine client = Contexts.engine(context, true, protocol);
        EngineLink.between(client, Contexts.engine(context, false, protocol)).run();
        assertThat(client.getSession().getProtocol()).isEqualTo(protocol);
        assertThat(asked).hasValue(0);
    }

    private static Catalog withCurious(AtomicInteger asked) {
        Catalog found = Catalog.discover();
        List<CipherSuite> all = new ArrayList<>(found.suites());
        all.add(new CipherSuite(
                0xfff0,
                CURIOUS,
                Set.of(ProtocolVersion.TLS_1_3),
                Authentication.NEGOTIATED,
                new Needs(Optional.empty(), "AES_128_GCM", Optional.empty(), "CURIOUS"),
                Set.of()));
        List<Object> parts = new ArrayList<>(found.parts());
        parts.add(new CuriousHash(asked));
        parts.add((SuiteProvider) () -> all);
        return Catalog.of(parts.toArray());
    }
}
