package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 128 bits and a tag of 8 bytes, computed by BouncyCastle: AEAD_AES_128_CCM_8 of RFC 6655 6.1. */
@AutoService(BulkCipher.class)
public final class BouncyCastleAes128Ccm8 extends BouncyCastleAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public BouncyCastleAes128Ccm8() {
        super(CcmAlgorithm.AES_128_CCM_8);
    }
}
