package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa87 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleMlDsa87 extends BouncyCastleMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlDsa87() {
        super(MlDsaFacts.MLDSA87);
    }
}
