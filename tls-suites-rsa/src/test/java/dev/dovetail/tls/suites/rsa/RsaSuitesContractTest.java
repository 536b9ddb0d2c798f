package dev.dovetail.tls.suites.rsa;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class RsaSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new RsaSuites();
    }
}
