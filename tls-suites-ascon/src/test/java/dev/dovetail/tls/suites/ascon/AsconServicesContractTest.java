package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.testkit.ServicesContract;

class AsconServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return AsconSuites.class;
    }
}
