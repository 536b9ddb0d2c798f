package org.example.usesrtp;

import dev.dovetail.tls.testkit.ServicesContract;

final class ServicesTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return UseSrtp.class;
    }
}
