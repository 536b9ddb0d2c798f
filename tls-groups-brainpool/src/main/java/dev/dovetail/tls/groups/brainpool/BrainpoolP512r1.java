package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** brainpoolP512r1, which is TLS 1.2's (RFC 7027 2). */
@AutoService(NamedGroup.class)
public final class BrainpoolP512r1 extends BrainpoolGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BrainpoolP512r1() {
        super(GroupFacts.tls12(28, BrainpoolCurve.P512R1, 7));
    }
}
