package dev.dovetail.tls.groups.mlkem;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** MLKEM768 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkMlKem768 extends JdkMlKem {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkMlKem768() {
        super(MlKemFacts.MLKEM768);
    }
}
