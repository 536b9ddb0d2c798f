package dev.dovetail.tls.signatures.mldsa;

import dev.dovetail.tls.testkit.ServicesContract;

class MlDsaServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return BouncyCastleMlDsa44.class;
    }
}
