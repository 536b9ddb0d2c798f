package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** secp384r1 over ACCP. */
@AutoService(NamedGroup.class)
public final class AccpSecp384r1 extends AccpGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpSecp384r1() {
        super(GroupFacts.SECP384R1);
    }
}
