package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import org.bouncycastle.crypto.params.MLKEMParameters;

/** MLKEM1024 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleMlKem1024 extends BouncyCastleMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlKem1024() {
        super(MlKemFacts.MLKEM1024);
    }

    @Override
    MLKEMParameters parameters() {
        return MLKEMParameters.ml_kem_1024;
    }
}
