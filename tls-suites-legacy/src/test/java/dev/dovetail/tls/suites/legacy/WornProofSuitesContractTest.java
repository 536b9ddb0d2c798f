package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

class WornProofSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new WornProofSuites();
    }
}
