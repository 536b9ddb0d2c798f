package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Optional;

/**
 * A suite together with the parts that it names.
 *
 * @param suite the data
 * @param keyExchange present in TLS 1.2
 * @param cipher the bulk cipher
 * @param mac present unless the cipher is an AEAD
 * @param hash the hash of the PRF or of HKDF
 */
public record UsableSuite(
        CipherSuite suite,
        Optional<KeyExchange> keyExchange,
        BulkCipher cipher,
        Optional<Mac> mac,
        HashAlgorithm hash) {

    /**
     * The number on the wire.
     *
     * @return two bytes
     */
    public int code() {
        return suite.code();
    }

    /** The IANA name. */
    @Override
    public String toString() {
        return suite.name();
    }
}
