package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.testkit.ServicesContract;

class BrainpoolServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return BrainpoolP256r1.class;
    }
}
