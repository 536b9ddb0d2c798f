package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.testkit.ServicesContract;

class EcdheServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return EcdheSuites.class;
    }
}
