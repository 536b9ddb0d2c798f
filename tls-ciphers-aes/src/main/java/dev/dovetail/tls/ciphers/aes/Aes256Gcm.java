package dev.dovetail.tls.ciphers.aes;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-GCM with a key of 256 bits: AEAD_AES_256_GCM of RFC 5116 5.2. */
@AutoService(BulkCipher.class)
public final class Aes256Gcm extends AesGcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aes256Gcm() {
        super("AES_256_GCM", 32);
    }

    @Override
    public int preference() {
        return 20;
    }
}
