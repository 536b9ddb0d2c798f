package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class AsconSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new AsconSuites();
    }
}
