package dev.dovetail.tls.ciphers.ccm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suites carry connections, and their records have the sizes that the RFCs say. */
final class CcmHandshakeTest {

    private static final Catalog CATALOG = Catalog.discover();
    private static final Pairing ECDSA = Pairing.of(Selection.compatible(CATALOG));
    private static final Pairing RSA =
            ECDSA.with(Request.server(Pairing.SERVER_NAME).key(KeyKind.RSA_2048));

    /**
     * Bytes that a record adds to its content, without the header: in TLS 1.2 the explicit nonce and the tag (RFC 6655
     * 3), in TLS 1.3 the content type and the tag (RFC 8446 5.2).
     */
    @ParameterizedTest
    @CsvSource({
        "TLS_AES_128_CCM_SHA256, 17",
        "TLS_AES_128_CCM_8_SHA256, 9",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM, 24",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CCM, 24",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, 16",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8, 16",
        "TLS_DHE_RSA_WITH_AES_128_CCM, 24",
        "TLS_DHE_RSA_WITH_AES_256_CCM, 24",
        "TLS_DHE_RSA_WITH_AES_128_CCM_8, 16",
        "TLS_DHE_RSA_WITH_AES_256_CCM_8, 16",
        "TLS_RSA_WITH_AES_128_CCM, 24",
        "TLS_RSA_WITH_AES_256_CCM, 24",
        "TLS_RSA_WITH_AES_128_CCM_8, 16",
        "TLS_RSA_WITH_AES_256_CCM_8, 16"
    })
    void carriesAConnection(String suite, int added) {
        Pairing pairing = suite.contains("_RSA_") ? RSA : ECDSA;
        for (String implementation : List.of("JDK", "BouncyCastle")) {
            Selection selection =
                    Selection.compatible(preferring(implementation)).suites(suite);
            try (Loopback loopback = pairing.with(selection).loopback().handshake()) {
                UsableSuite used =
                        loopback.client().engine().info().orElseThrow().suite();
                assertThat(used).hasToString(suite);
                assertThat(used.cipher().implementation()).isEqualTo(implementation);
                assertExchange(loopback, Role.CLIENT, new byte[100_000]);
                assertExchange(loopback, Role.SERVER, new byte[100_000]);
                for (int length : new int[] {1, 15, 16, 17, 16384}) assertAdded(loopback, length, added);
                loopback.closeBothWays();
            }
        }
    }

    private static Catalog preferring(String implementation) {
        Catalog catalog = CATALOG;
        for (CcmAlgorithm algorithm : CcmAlgorithm.values()) catalog = catalog.prefer(algorithm.name(), implementation);
        return catalog;
    }

    private static void assertExchange(Loopback loopback, Role from, byte[] data) {
        for (int i = 0; i < data.length; i++) data[i] = (byte) (i * 31);
        assertThat(loopback.exchange(from, data)).isEqualTo(data);
    }

    private static void assertAdded(Loopback loopback, int length, int added) {
        int before = loopback.client().sent().length;
        assertExchange(loopback, Role.CLIENT, new byte[length]);
        byte[] sent = loopback.client().sent();
        List<byte[]> records = WireRecord.split(Arrays.copyOfRange(sent, before, sent.length));
        assertThat(records)
                .singleElement()
                .satisfies(record -> assertThat(record).hasSize(WireRecord.HEADER + length + added));
    }
}
