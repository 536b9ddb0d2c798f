package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;

/** The hybrid whose halves are both of NIST (draft-ietf-tls-ecdhe-mlkem 3). */
@AutoService(HybridGroup.class)
public final class SecP256r1MlKem768 extends HybridGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public SecP256r1MlKem768() {
        super(0x11eb, "SecP256r1MLKEM768", "secp256r1", "MLKEM768", 98, Trait.RECOMMENDED);
    }
}
