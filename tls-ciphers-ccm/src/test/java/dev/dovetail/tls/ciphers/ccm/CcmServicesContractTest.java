package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.testkit.ServicesContract;

final class CcmServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return CcmSuites.class;
    }
}
