package org.example.mlkemexchange;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** An exchange of TLS 1.2 is of use in a suite only. */
@AutoService(SuiteProvider.class)
public final class MlKemSuites implements SuiteProvider {

    private static final CipherSuite SUITE = CipherSuite.aead12(
            0xff14,
            "TLS_MLKEM768_ECDSA_WITH_AES_128_GCM_SHA256",
            "MLKEM768",
            Authentication.ECDSA,
            "AES_128_GCM",
            "SHA256",
            Trait.EXPERIMENTAL);

    @Override
    public List<CipherSuite> suites() {
        return List.of(SUITE);
    }
}
