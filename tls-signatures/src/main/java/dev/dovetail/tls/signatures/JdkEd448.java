package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ed448 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEd448 extends JdkEdwards {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEd448() {
        super(EdwardsFacts.ED448);
    }
}
