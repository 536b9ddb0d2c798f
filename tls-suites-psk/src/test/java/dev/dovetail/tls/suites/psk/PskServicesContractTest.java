package dev.dovetail.tls.suites.psk;

import dev.dovetail.tls.testkit.ServicesContract;

class PskServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return PskSuites.class;
    }
}
