package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-CCM with a key of 128 bits and a tag of 16 bytes, computed with the JDK's AES: AEAD_AES_128_CCM of RFC 5116 5.3. */
@AutoService(BulkCipher.class)
public final class JdkAes128Ccm extends JdkAesCcm {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public JdkAes128Ccm() {
        super(CcmAlgorithm.AES_128_CCM);
    }
}
