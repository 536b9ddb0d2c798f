package dev.dovetail.tls.suites.rsa;

import dev.dovetail.tls.testkit.ServicesContract;

class RsaServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return RsaSuites.class;
    }
}
