package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.spec.NamedParameterSpec;

/** x25519 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkX25519 extends JdkMontgomeryGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkX25519() {
        super(GroupFacts.X25519, NamedParameterSpec.X25519, 0x7f);
    }
}
