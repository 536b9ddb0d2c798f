package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;

/** The hybrid that nearly everybody has; in spite of its name ML-KEM comes first (draft-ietf-tls-ecdhe-mlkem 3). */
@AutoService(HybridGroup.class)
public final class X25519MlKem768 extends HybridGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public X25519MlKem768() {
        super(0x11ec, "X25519MLKEM768", "MLKEM768", "x25519", 100, Trait.RECOMMENDED);
    }
}
