package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import org.bouncycastle.crypto.params.MLKEMParameters;

/** MLKEM512 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleMlKem512 extends BouncyCastleMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleMlKem512() {
        super(MlKemFacts.MLKEM512);
    }

    @Override
    MLKEMParameters parameters() {
        return MLKEMParameters.ml_kem_512;
    }
}
