package org.example.onesuite;

import dev.dovetail.tls.testkit.ServicesContract;

final class ServicesTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return OneSuite.class;
    }
}
