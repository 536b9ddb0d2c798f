package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa65 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkMlDsa65 extends JdkMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlDsa65() {
        super(MlDsaFacts.MLDSA65);
    }
}
