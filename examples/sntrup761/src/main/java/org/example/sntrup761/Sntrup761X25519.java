package org.example.sntrup761;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;

/** Two groups as one, whoever brings them: safe as long as one of them is. */
@AutoService(HybridGroup.class)
public final class Sntrup761X25519 extends HybridGroup {

    /** One line. */
    public Sntrup761X25519() {
        super(0xfe62, "sntrup761x25519", "sntrup761", "x25519", 0, Trait.EXPERIMENTAL);
    }
}
