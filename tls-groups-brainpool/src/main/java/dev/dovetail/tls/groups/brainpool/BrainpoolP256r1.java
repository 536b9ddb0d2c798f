package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** brainpoolP256r1, which is TLS 1.2's (RFC 7027 2). */
@AutoService(NamedGroup.class)
public final class BrainpoolP256r1 extends BrainpoolGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BrainpoolP256r1() {
        super(GroupFacts.tls12(26, BrainpoolCurve.P256R1, 9));
    }
}
