package dev.dovetail.tls.api.catalog.broken;

import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** A provider that can't be made. */
public final class ThrowsInConstructor implements SuiteProvider {

    /** Fails. */
    public ThrowsInConstructor() {
        throw new IllegalStateException("no licence file");
    }

    @Override
    public List<dev.dovetail.tls.api.CipherSuite> suites() {
        return List.of();
    }
}
