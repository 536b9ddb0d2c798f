package dev.dovetail.tls.ciphers.aes;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CBC with a key of 128 bits (RFC 5246 6.2.3.2). */
@AutoService(BulkCipher.class)
public final class Aes128Cbc extends AesCbc {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aes128Cbc() {
        super("AES_128_CBC", 16);
    }
}
