package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** ffdhe8192 (RFC 7919 appendix A). */
@AutoService(NamedGroup.class)
public final class Ffdhe8192 extends FfdheGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Ffdhe8192() {
        super(Rfc7919.FFDHE8192);
    }
}
