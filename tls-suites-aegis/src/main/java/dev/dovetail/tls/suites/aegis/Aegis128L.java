package dev.dovetail.tls.suites.aegis;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AEGIS-128L with a tag of 128 bits (draft-irtf-cfrg-aegis-aead). */
@AutoService(BulkCipher.class)
public final class Aegis128L extends AegisCipher {

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public Aegis128L() {
        super("AEGIS_128L", 16, 4);
    }

    @Override
    AegisState state() {
        return new Aegis128LState();
    }
}
