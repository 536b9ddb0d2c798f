package dev.dovetail.tls.suites.integrity;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** The suites of TLS 1.3 that only authenticate (RFC 9150 4): certificates, too, are there for all to read. */
@AutoService(SuiteProvider.class)
public final class IntegritySuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            CipherSuite.tls13(0xc0b4, "TLS_SHA256_SHA256", IntegritySha256.NAME, "SHA256", Trait.NO_ENCRYPTION),
            CipherSuite.tls13(0xc0b5, "TLS_SHA384_SHA384", IntegritySha384.NAME, "SHA384", Trait.NO_ENCRYPTION));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public IntegritySuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
