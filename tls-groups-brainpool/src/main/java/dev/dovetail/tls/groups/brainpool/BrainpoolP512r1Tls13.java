package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** brainpoolP512r1tls13, which is TLS 1.3's (RFC 8734 3). */
@AutoService(NamedGroup.class)
public final class BrainpoolP512r1Tls13 extends BrainpoolGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BrainpoolP512r1Tls13() {
        super(GroupFacts.tls13(33, BrainpoolCurve.P512R1, 7));
    }
}
