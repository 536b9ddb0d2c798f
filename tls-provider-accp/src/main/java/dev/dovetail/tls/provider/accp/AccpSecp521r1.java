package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** secp521r1 over ACCP. */
@AutoService(NamedGroup.class)
public final class AccpSecp521r1 extends AccpGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpSecp521r1() {
        super(GroupFacts.SECP521R1);
    }
}
