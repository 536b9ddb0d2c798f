package dev.dovetail.tls.suites.integrity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that everybody can read and nobody can change; and never unasked. */
class IntegrityHandshakeTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Pairing ECDSA = Pairing.of(Selection.compatible(CATALOG));
    private static final Pairing RSA =
            ECDSA.with(Request.server(Pairing.SERVER_NAME).key(KeyKind.RSA_2048));

    private static Stream<CipherSuite> suites() {
        // Those with a shared key: see the tests of tls-suites-psk and of the core.
        return Stream.concat(new IntegritySuites().suites().stream(), new NullSuites().suites().stream())
                .filter(suite -> !suite.authentication().preShared());
    }

    @ParameterizedTest
    @MethodSource("suites")
    void carriesWhatEverybodyCanRead(CipherSuite suite) {
        try (Loopback loopback = loopback(suite).handshake()) {
            assertThat(loopback.client().engine().info().orElseThrow().suite().suite())
                    .isEqualTo(suite);
            for (int length : new int[] {0, 1, 100, 16384, 40_000}) {
                assertThat(loopback.exchange(Role.SERVER, new byte[length])).hasSize(length);
            }
            assertThat(loopback.exchange(Role.CLIENT, "open the points".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("open the points");
            assertThat(new String(loopback.client().sent(), ISO_8859_1)).contains("open the points");
            loopback.closeBothWays();
        }
    }

    /** The fifth byte behind the header belongs to the text in both versions. */
    @ParameterizedTest
    @MethodSource("suites")
    void noticesAChangedBit(CipherSuite suite) {
        try (Loopback loopback = loopback(suite).handshake()) {
            loopback.changing((from, index, record) -> {
                record[5 + 5] ^= 1;
                return List.of(record);
            });
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> loopback.exchange(Role.CLIENT, "open the points".getBytes(UTF_8)))
                    .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC));
            assertThat(loopback.server().received()).isEmpty();
        }
    }

    /** RFC 9150 9: MUST NOT be enabled by default. */
    @Test
    void isNeverOnUnasked() {
        for (Selection defaults : new Selection[] {Selection.modern(CATALOG), Selection.compatible(CATALOG)}) {
            assertThat(defaults.suites())
                    .noneMatch(suite -> suite.suite().has(Trait.NO_ENCRYPTION))
                    .noneMatch(suite -> suite.suite().name().contains("NULL"));
        }
    }

    /** Neither end gives in to one that has nothing else. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void isRefusedByWhoeverDidNotNameIt(Role asking) {
        Selection readable = Selection.compatible(CATALOG).suites("TLS_SHA256_SHA256", "TLS_ECDHE_ECDSA_WITH_NULL_SHA");
        // The only other suites here are those of tls-suites-legacy: named too, so that there is something to compare.
        Selection hidden = Selection.compatible(CATALOG).suites("TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA");
        boolean client = asking == Role.CLIENT;
        try (Loopback loopback = Loopback.between(
                ECDSA.with(client ? readable : hidden).client(),
                ECDSA.with(client ? hidden : readable).server())) {
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(loopback::handshake)
                    .satisfies(
                            thrown -> assertThat(thrown.fault()).isIn(Fault.NO_COMMON_SUITE, Fault.NO_COMMON_VERSION));
        }
    }

    /** Promise P2: MD5 is elsewhere, and the catalog says where. */
    @Test
    void saysWhereMd5Is() {
        Catalog without = CATALOG.without("HMAC_MD5");
        assertThat(without.explain("TLS_RSA_WITH_NULL_MD5").usable()).isFalse();
        assertThat(without.explain("TLS_RSA_WITH_NULL_MD5").toString())
                .contains("HMAC_MD5")
                .contains("tls-suites-legacy");
        assertThat(without.usable("TLS_RSA_WITH_NULL_SHA")).isPresent();
    }

    private static Loopback loopback(CipherSuite suite) {
        Selection selection = Selection.compatible(CATALOG).suites(suite.name());
        return (suite.name().contains("RSA") ? RSA : ECDSA).with(selection).loopback();
    }
}
