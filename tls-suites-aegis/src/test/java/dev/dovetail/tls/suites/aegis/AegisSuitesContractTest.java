package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

final class AegisSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new AegisSuites();
    }
}
