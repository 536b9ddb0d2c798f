package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;

/** ffdhe3072 (RFC 7919 appendix A). */
@AutoService(NamedGroup.class)
public final class Ffdhe3072 extends FfdheGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public Ffdhe3072() {
        super(Rfc7919.FFDHE3072);
    }
}
