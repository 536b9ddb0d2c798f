package dev.dovetail.tls.suites.aead;

import dev.dovetail.tls.testkit.ServicesContract;

final class AeadServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return AeadSuites.class;
    }
}
