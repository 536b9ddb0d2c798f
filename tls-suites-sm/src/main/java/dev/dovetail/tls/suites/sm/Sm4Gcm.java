package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AEAD_SM4_GCM (RFC 8998 3.5.1). */
@AutoService(BulkCipher.class)
public final class Sm4Gcm extends Sm4Aead {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sm4Gcm() {
        super("SM4_GCM", 6);
    }

    @Override
    KeyedSm4 keyed(boolean encrypting, Secret key) {
        return KeyedSm4.gcm(encrypting, key);
    }

    /** RFC 8446 5.5, for 2^24.5 records of AES-GCM: the bound depends on the block length alone. */
    @Override
    public long recordLimit() {
        return 23_726_566;
    }
}
