package dev.dovetail.tls.suites.aria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites carry connections, and their records have the sizes that the RFCs say. */
final class AriaHandshakeTest {

    // What a server with an RSA or ECDSA certificate can do without more.
    private static final Set<String> EXCHANGES = Set.of("RSA", "DHE", "ECDHE");

    private static final Catalog CATALOG = Catalog.discover();
    private static final Pairing ECDSA = Pairing.of(Selection.compatible(CATALOG));
    private static final Pairing RSA =
            ECDSA.with(Request.server(Pairing.SERVER_NAME).key(KeyKind.RSA_2048));

    private static Stream<String> suites() {
        return new AriaSuites()
                .suites().stream()
                        .filter(suite ->
                                Set.of(Authentication.RSA, Authentication.ECDSA).contains(suite.authentication())
                                        && EXCHANGES.contains(
                                                suite.needs().keyExchange().orElseThrow()))
                        .map(CipherSuite::name);
    }

    @Test
    void triesAllSuitesOfTheseKeyExchanges() {
        assertThat(suites()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void carriesAConnection(String suite) {
        Selection selection = Selection.compatible(CATALOG).suites(suite);
        Pairing pairing =
                CATALOG.usable(suite).orElseThrow().suite().authentication().equals(Authentication.ECDSA) ? ECDSA : RSA;
        try (Loopback loopback = pairing.with(selection).loopback().handshake()) {
            ConnectionInfo info = loopback.client().engine().info().orElseThrow();
            assertThat(info.suite()).hasToString(suite);
            assertExchange(loopback, Role.CLIENT, 100_000);
            assertExchange(loopback, Role.SERVER, 100_000);
            for (int length : new int[] {1, 14, 15, 16, 17, 16384}) {
                assertThat(sealed(loopback, length))
                        .as("the length of a record of %d bytes", length)
                        .isEqualTo(wanted(info, length));
            }
            loopback.closeBothWays();
        }
    }

    /** RFC 5246 6.2.3.2 and 6.2.3.3; RFC 7366 3, where the MAC stands behind the ciphertext. */
    private static int wanted(ConnectionInfo info, int length) {
        UsableSuite suite = info.suite();
        if (!(suite.cipher() instanceof CbcCipher)) return WireRecord.HEADER + 8 + length + 16;
        assertThat(info.encryptThenMac()).isTrue();
        int padded = (length + 16) / 16 * 16;
        return WireRecord.HEADER + 16 + padded + suite.mac().orElseThrow().length();
    }

    private static int sealed(Loopback loopback, int length) {
        int before = loopback.client().sent().length;
        assertExchange(loopback, Role.CLIENT, length);
        byte[] sent = loopback.client().sent();
        List<byte[]> records = WireRecord.split(Arrays.copyOfRange(sent, before, sent.length));
        assertThat(records).hasSize(1);
        return records.get(0).length;
    }

    private static void assertExchange(Loopback loopback, Role from, int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) data[i] = (byte) (i * 31);
        assertThat(loopback.exchange(from, data)).isEqualTo(data);
    }
}
