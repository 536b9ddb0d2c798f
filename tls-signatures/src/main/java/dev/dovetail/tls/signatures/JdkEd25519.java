package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ed25519 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEd25519 extends JdkEdwards {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEd25519() {
        super(EdwardsFacts.ED25519);
    }
}
