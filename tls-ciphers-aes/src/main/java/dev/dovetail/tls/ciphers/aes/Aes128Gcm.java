package dev.dovetail.tls.ciphers.aes;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-GCM with a key of 128 bits: AEAD_AES_128_GCM of RFC 5116 5.1. */
@AutoService(BulkCipher.class)
public final class Aes128Gcm extends AesGcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aes128Gcm() {
        super("AES_128_GCM", 16);
    }

    @Override
    public int preference() {
        return 30;
    }
}
