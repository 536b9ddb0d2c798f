package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa65 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleMlDsa65 extends BouncyCastleMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlDsa65() {
        super(MlDsaFacts.MLDSA65);
    }
}
