package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.testkit.ServicesContract;

class MlKemServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return X25519MlKem768.class;
    }
}
