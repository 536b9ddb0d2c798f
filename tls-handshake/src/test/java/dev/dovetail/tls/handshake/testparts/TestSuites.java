package dev.dovetail.tls.handshake.testparts;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Optional;

/** Suites of test parts. */
public final class TestSuites {

    private TestSuites() {}

    public static UsableSuite mac12(BulkCipher cipher, Mac mac, HashAlgorithm hash) {
        CipherSuite suite = CipherSuite.mac12(
                0xff03, "TLS_TEST_WITH_MAC", "TEST", Authentication.RSA, cipher.name(), mac.name(), hash.name());
        return new UsableSuite(suite, Optional.empty(), cipher, Optional.of(mac), hash);
    }
}
