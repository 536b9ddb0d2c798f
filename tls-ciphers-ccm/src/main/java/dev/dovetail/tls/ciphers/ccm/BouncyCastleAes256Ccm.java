package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 256 bits and a tag of 16 bytes, computed by BouncyCastle: AEAD_AES_256_CCM of RFC 5116 5.4. */
@AutoService(BulkCipher.class)
public final class BouncyCastleAes256Ccm extends BouncyCastleAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public BouncyCastleAes256Ccm() {
        super(CcmAlgorithm.AES_256_CCM);
    }
}
