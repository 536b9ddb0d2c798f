package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa44 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkMlDsa44 extends JdkMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlDsa44() {
        super(MlDsaFacts.MLDSA44);
    }
}
