package dev.dovetail.tls.suites.ascon;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suite of Ascon-AEAD128 in IANA's registry that says all that it takes. The three with ASCONHASH256 do not: TLS 1.3
 * derives its keys by HMAC, whose block length nobody has set for Ascon-Hash256, and its rate of 8 bytes would cut every
 * key to as much.
 */
@AutoService(SuiteProvider.class)
public final class AsconSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            CipherSuite.tls13(0x006f, "TLS_ASCONAEAD128_SHA256", AsconAead128.NAME, "SHA256", Trait.EXPERIMENTAL));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AsconSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
