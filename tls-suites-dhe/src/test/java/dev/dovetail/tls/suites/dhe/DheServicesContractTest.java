package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.testkit.ServicesContract;

class DheServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return DheSuites.class;
    }
}
