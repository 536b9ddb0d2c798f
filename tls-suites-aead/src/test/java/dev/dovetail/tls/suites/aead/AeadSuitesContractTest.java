package dev.dovetail.tls.suites.aead;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

final class AeadSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new AeadSuites();
    }
}
