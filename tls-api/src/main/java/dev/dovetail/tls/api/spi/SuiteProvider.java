package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.CipherSuite;
import java.util.List;

/** Brings suites to the catalog. Stateless, thread-safe, with a public no-argument constructor. */
public interface SuiteProvider {

    /**
     * The suites; the same at each call.
     *
     * @return unmodifiable
     */
    List<CipherSuite> suites();
}
