package dev.dovetail.tls.signatures;

import dev.dovetail.tls.testkit.ServicesContract;

class SignaturesServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return RsaPkcs1Sha256.class;
    }
}
