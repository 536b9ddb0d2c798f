package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 256 bits and a tag of 16 bytes, computed with the JDK's AES: AEAD_AES_256_CCM of RFC 5116 5.4. */
@AutoService(BulkCipher.class)
public final class JdkAes256Ccm extends JdkAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public JdkAes256Ccm() {
        super(CcmAlgorithm.AES_256_CCM);
    }
}
