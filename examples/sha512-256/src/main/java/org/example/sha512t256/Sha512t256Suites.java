package org.example.sha512t256;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** The hash in TLS 1.3, and the MAC beside it in TLS 1.2. */
@AutoService(SuiteProvider.class)
public final class Sha512t256Suites implements SuiteProvider {

    private static final CipherSuite TLS_1_3 =
            CipherSuite.tls13(0xff15, "TLS_AES_128_GCM_SHA512_256", "AES_128_GCM", "SHA512_256", Trait.EXPERIMENTAL);
    private static final CipherSuite TLS_1_2 = CipherSuite.mac12(
            0xff16,
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA512_256",
            "ECDHE",
            Authentication.ECDSA,
            "AES_128_CBC",
            "HMAC_SHA512_256",
            "SHA512_256",
            Trait.EXPERIMENTAL);

    @Override
    public List<CipherSuite> suites() {
        return List.of(TLS_1_3, TLS_1_2);
    }
}
