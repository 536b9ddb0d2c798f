package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 128 bits and a tag of 16 bytes, computed by BouncyCastle: AEAD_AES_128_CCM of RFC 5116 5.3. */
@AutoService(BulkCipher.class)
public final class BouncyCastleAes128Ccm extends BouncyCastleAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public BouncyCastleAes128Ccm() {
        super(CcmAlgorithm.AES_128_CCM);
    }
}
