package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.testkit.ServicesContract;

final class AegisServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return AegisSuites.class;
    }
}
