package dev.dovetail.tls.suites.psk;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class PskSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new PskSuites();
    }
}
