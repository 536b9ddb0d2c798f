package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.spec.NamedParameterSpec;

/** x448 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkX448 extends JdkMontgomeryGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkX448() {
        super(GroupFacts.X448, NamedParameterSpec.X448, 0xff);
    }
}
