package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** secp256r1 over ACCP. */
@AutoService(NamedGroup.class)
public final class AccpSecp256r1 extends AccpGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpSecp256r1() {
        super(GroupFacts.SECP256R1);
    }
}
