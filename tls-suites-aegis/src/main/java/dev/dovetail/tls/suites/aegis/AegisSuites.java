package dev.dovetail.tls.suites.aegis;

import static dev.dovetail.tls.api.CipherSuite.tls13;
import static dev.dovetail.tls.api.Trait.EXPERIMENTAL;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** The suites of draft-irtf-cfrg-aegis-aead in IANA's registry. A draft, and new code: they have to be named. */
@AutoService(SuiteProvider.class)
public final class AegisSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            tls13(0x1306, "TLS_AEGIS_256_SHA512", "AEGIS_256", "SHA512", EXPERIMENTAL),
            tls13(0x1307, "TLS_AEGIS_128L_SHA256", "AEGIS_128L", "SHA256", EXPERIMENTAL));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AegisSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
