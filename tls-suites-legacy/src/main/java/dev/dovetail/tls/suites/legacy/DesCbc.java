package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;
import org.bouncycastle.crypto.BlockCipher;

/** DES in CBC mode (RFC 5469): 56 bits of key, which anybody can try out. */
@AutoService(BulkCipher.class)
public final class DesCbc extends EngineCbc {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DesCbc() {
        super("DES_CBC", 8, 8);
    }

    @Override
    BlockCipher engine() {
        return Engines.des();
    }
}
