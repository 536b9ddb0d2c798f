package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class DheSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new DheSuites();
    }
}
