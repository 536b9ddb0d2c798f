package dev.dovetail.tls.signatures.mldsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** mldsa87 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkMlDsa87 extends JdkMlDsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlDsa87() {
        super(MlDsaFacts.MLDSA87);
    }
}
