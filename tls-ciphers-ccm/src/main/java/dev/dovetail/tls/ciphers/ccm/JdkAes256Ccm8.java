package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 256 bits and a tag of 8 bytes, computed with the JDK's AES: AEAD_AES_256_CCM_8 of RFC 6655 6.2. */
@AutoService(BulkCipher.class)
public final class JdkAes256Ccm8 extends JdkAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public JdkAes256Ccm8() {
        super(CcmAlgorithm.AES_256_CCM_8);
    }
}
