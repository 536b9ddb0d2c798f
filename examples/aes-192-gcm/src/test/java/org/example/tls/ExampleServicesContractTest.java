package org.example.tls;

import dev.dovetail.tls.testkit.ServicesContract;

final class ExampleServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return ExampleSuites.class;
    }
}
