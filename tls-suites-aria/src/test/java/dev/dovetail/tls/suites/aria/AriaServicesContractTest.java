package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.testkit.ServicesContract;

final class AriaServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return AriaSuites.class;
    }
}
