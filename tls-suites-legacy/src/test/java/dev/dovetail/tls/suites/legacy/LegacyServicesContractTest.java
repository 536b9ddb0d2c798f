package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.testkit.ServicesContract;

class LegacyServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return WornCipherSuites.class;
    }
}
