package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** secp521r1 over the JCA. */
@AutoService(NamedGroup.class)
public final class JdkSecp521r1 extends JdkPrimeGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkSecp521r1() {
        super(GroupFacts.SECP521R1);
    }
}
