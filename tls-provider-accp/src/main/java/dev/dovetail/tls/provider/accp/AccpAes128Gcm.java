package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-GCM with a key of 128 bits: AEAD_AES_128_GCM of RFC 5116 5, computed by AWS-LC. */
@AutoService(BulkCipher.class)
public final class AccpAes128Gcm extends AccpAesGcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AccpAes128Gcm() {
        super("AES_128_GCM", 16);
    }

    @Override
    public int preference() {
        return 30;
    }
}
