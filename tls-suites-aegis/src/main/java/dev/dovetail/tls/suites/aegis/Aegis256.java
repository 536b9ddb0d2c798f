package dev.dovetail.tls.suites.aegis;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AEGIS-256 with a tag of 128 bits (draft-irtf-cfrg-aegis-aead). */
@AutoService(BulkCipher.class)
public final class Aegis256 extends AegisCipher {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aegis256() {
        super("AEGIS_256", 32, 3);
    }

    @Override
    AegisState state() {
        return new Aegis256State();
    }
}
