package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-GCM with a key of 256 bits: AEAD_AES_256_GCM of RFC 5116 5, computed by AWS-LC. */
@AutoService(BulkCipher.class)
public final class AccpAes256Gcm extends AccpAesGcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpAes256Gcm() {
        super("AES_256_GCM", 32);
    }

    @Override
    public int preference() {
        return 20;
    }
}
