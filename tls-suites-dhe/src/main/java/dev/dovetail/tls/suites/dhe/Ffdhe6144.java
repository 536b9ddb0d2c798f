package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** ffdhe6144 (RFC 7919 appendix A). */
@AutoService(NamedGroup.class)
public final class Ffdhe6144 extends FfdheGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Ffdhe6144() {
        super(Rfc7919.FFDHE6144);
    }
}
