package dev.dovetail.tls.api.catalog.broken;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** A provider that can't say what it has. */
public final class ThrowsInSuites implements SuiteProvider {

    @Override
    public List<CipherSuite> suites() {
        throw new NoClassDefFoundError("dev/dovetail/Missing");
    }
}
