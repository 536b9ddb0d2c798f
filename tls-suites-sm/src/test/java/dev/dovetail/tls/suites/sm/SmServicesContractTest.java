package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.testkit.ServicesContract;

final class SmServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return SmSuites.class;
    }
}
