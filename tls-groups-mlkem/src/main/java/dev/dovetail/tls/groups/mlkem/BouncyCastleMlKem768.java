package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import org.bouncycastle.crypto.params.MLKEMParameters;

/** MLKEM768 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleMlKem768 extends BouncyCastleMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlKem768() {
        super(MlKemFacts.MLKEM768);
    }

    @Override
    MLKEMParameters parameters() {
        return MLKEMParameters.ml_kem_768;
    }
}
