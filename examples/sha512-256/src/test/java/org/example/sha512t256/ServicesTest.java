package org.example.sha512t256;

import dev.dovetail.tls.testkit.ServicesContract;

final class ServicesTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return Sha512t256.class;
    }
}
