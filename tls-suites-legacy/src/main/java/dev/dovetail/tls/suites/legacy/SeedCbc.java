package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;
import org.bouncycastle.crypto.BlockCipher;

/** SEED in CBC mode (RFC 4162, RFC 4269): sound, but nobody looks at it any more. */
@AutoService(BulkCipher.class)
public final class SeedCbc extends EngineCbc {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public SeedCbc() {
        super("SEED_CBC", 16, 16);
    }

    @Override
    BlockCipher engine() {
        return Engines.seed();
    }
}
