package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;

/** The hybrid of the highest strength (draft-ietf-tls-ecdhe-mlkem 3). */
@AutoService(HybridGroup.class)
public final class SecP384r1MlKem1024 extends HybridGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public SecP384r1MlKem1024() {
        super(0x11ed, "SecP384r1MLKEM1024", "secp384r1", "MLKEM1024", 96, Trait.RECOMMENDED);
    }
}
