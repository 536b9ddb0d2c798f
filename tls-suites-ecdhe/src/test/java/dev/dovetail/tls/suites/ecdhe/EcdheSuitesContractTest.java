package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class EcdheSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new EcdheSuites();
    }
}
