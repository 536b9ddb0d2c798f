package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** MLKEM1024 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkMlKem1024 extends JdkMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlKem1024() {
        super(MlKemFacts.MLKEM1024);
    }
}
