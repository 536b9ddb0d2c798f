package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Optional;

/** Suites of test parts, and keys for them. */
final class Suites {

    private Suites() {}

    static UsableSuite tls13(BulkCipher cipher) {
        CipherSuite suite = CipherSuite.tls13(0xff01, "TLS_TEST", cipher.name(), "SHA256");
        return new UsableSuite(suite, Optional.empty(), cipher, Optional.empty(), new UnusedHash());
    }

    static UsableSuite tls12(BulkCipher cipher) {
        CipherSuite suite = CipherSuite.aead12(
                0xff02, "TLS_TEST_WITH_AEAD", "TEST", Authentication.NEGOTIATED, cipher.name(), "SHA256");
        return new UsableSuite(suite, Optional.empty(), cipher, Optional.empty(), new UnusedHash());
    }

    static UsableSuite tls12(BulkCipher cipher, Mac mac) {
        CipherSuite suite = CipherSuite.mac12(
                0xff03, "TLS_TEST_WITH_MAC", "TEST", Authentication.NEGOTIATED, cipher.name(), mac.name(), "SHA256");
        return new UsableSuite(suite, Optional.empty(), cipher, Optional.of(mac), new UnusedHash());
    }

    /** The same keys for the same lengths, so that both directions fit each other. */
    static TrafficKeys keys(KeyLengths lengths) {
        return new TrafficKeys(secret(lengths.mac(), 1), secret(lengths.key(), 2), secret(lengths.iv(), 3));
    }

    static Secret secret(int length, int seed) {
        return Secret.of(pattern(length, seed));
    }

    /** Bytes that differ from place to place and from seed to seed. */
    static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (seed * 101 + i * 7 + (i >> 8) * 13 + 5);
        return bytes;
    }
}
