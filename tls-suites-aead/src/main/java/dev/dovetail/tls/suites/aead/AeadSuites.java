package dev.dovetail.tls.suites.aead;

import static dev.dovetail.tls.api.CipherSuite.tls13;
import static dev.dovetail.tls.api.Trait.RECOMMENDED;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** The suites of TLS 1.3 that RFC 8446 9.1 requires or recommends (B.4). */
@AutoService(SuiteProvider.class)
public final class AeadSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            tls13(0x1301, "TLS_AES_128_GCM_SHA256", "AES_128_GCM", "SHA256", RECOMMENDED),
            tls13(0x1302, "TLS_AES_256_GCM_SHA384", "AES_256_GCM", "SHA384", RECOMMENDED),
            tls13(0x1303, "TLS_CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305", "SHA256", RECOMMENDED));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AeadSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
