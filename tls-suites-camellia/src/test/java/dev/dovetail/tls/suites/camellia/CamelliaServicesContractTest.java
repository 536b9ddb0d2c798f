package dev.dovetail.tls.suites.camellia;

import dev.dovetail.tls.testkit.ServicesContract;

final class CamelliaServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return CamelliaSuites.class;
    }
}
