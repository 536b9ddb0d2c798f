package dev.dovetail.tls.suites.integrity;

import dev.dovetail.tls.testkit.ServicesContract;

class IntegrityServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return IntegritySuites.class;
    }
}
