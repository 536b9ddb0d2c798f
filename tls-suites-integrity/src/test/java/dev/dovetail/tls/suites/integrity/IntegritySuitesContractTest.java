package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class IntegritySuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new IntegritySuites();
    }
}
