package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** ffdhe2048 (RFC 7919 appendix A). */
@AutoService(NamedGroup.class)
public final class Ffdhe2048 extends FfdheGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Ffdhe2048() {
        super(Rfc7919.FFDHE2048);
    }
}
