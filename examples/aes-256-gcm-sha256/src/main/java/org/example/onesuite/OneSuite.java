package org.example.onesuite;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** AES-256-GCM with SHA-256, which TLS 1.3 has with SHA-384 only. */
@AutoService(SuiteProvider.class)
public final class OneSuite implements SuiteProvider {

    @Override
    public List<CipherSuite> suites() {
        return List.of(
                CipherSuite.tls13(0xff17, "TLS_AES_256_GCM_SHA256", "AES_256_GCM", "SHA256", Trait.EXPERIMENTAL));
    }
}
