package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** brainpoolP384r1tls13, which is TLS 1.3's (RFC 8734 3). */
@AutoService(NamedGroup.class)
public final class BrainpoolP384r1Tls13 extends BrainpoolGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BrainpoolP384r1Tls13() {
        super(GroupFacts.tls13(32, BrainpoolCurve.P384R1, 8));
    }
}
