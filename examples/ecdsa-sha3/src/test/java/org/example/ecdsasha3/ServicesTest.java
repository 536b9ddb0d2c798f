package org.example.ecdsasha3;

import dev.dovetail.tls.testkit.ServicesContract;

final class ServicesTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return EcdsaSecp256r1Sha3.class;
    }
}
