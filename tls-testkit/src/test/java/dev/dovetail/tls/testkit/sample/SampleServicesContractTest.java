package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.testkit.ServicesContract;

final class SampleServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return SampleSuites.class;
    }
}
