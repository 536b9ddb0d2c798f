package org.example.tls;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** A suite of private use (RFC 8446 11): the cipher of this module, a hash that is there already. */
@AutoService(SuiteProvider.class)
public final class ExampleSuites implements SuiteProvider {

    @Override
    public List<CipherSuite> suites() {
        return List.of(
                CipherSuite.tls13(0xff13, "TLS_AES_192_GCM_SHA384", "AES_192_GCM", "SHA384", Trait.EXPERIMENTAL));
    }
}
