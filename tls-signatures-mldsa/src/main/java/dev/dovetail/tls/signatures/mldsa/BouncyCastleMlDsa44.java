package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa44 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleMlDsa44 extends BouncyCastleMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlDsa44() {
        super(MlDsaFacts.MLDSA44);
    }
}
