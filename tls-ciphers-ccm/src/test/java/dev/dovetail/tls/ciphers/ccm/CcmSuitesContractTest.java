package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.SuiteProviderContract;

final class CcmSuitesContractTest extends SuiteProviderContract {

    @Override
    protected SuiteProvider provider() {
        return new CcmSuites();
    }
}
