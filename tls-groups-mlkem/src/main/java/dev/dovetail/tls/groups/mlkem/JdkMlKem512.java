package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** MLKEM512 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkMlKem512 extends JdkMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlKem512() {
        super(MlKemFacts.MLKEM512);
    }
}
