package dev.dovetail.tls.suites.sm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AEAD_SM4_CCM (RFC 8998 3.5.2). */
@AutoService(BulkCipher.class)
public final class Sm4Ccm extends Sm4Aead {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Sm4Ccm() {
        super("SM4_CCM", 5);
    }

    @Override
    KeyedSm4 keyed(boolean encrypting, Secret key) {
        return KeyedSm4.ccm(encrypting, key);
    }

    /** RFC 9147 4.5.3 and B.1: 2^23 records of AES-CCM for confidentiality; the bound depends on the block length alone. */
    @Override
    public long recordLimit() {
        return 1L << 23;
    }
}
