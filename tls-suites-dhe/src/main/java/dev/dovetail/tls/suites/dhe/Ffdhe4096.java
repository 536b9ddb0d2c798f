package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** ffdhe4096 (RFC 7919 appendix A). */
@AutoService(NamedGroup.class)
public final class Ffdhe4096 extends FfdheGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Ffdhe4096() {
        super(Rfc7919.FFDHE4096);
    }
}
