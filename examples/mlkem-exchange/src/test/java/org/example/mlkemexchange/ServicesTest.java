package org.example.mlkemexchange;

import dev.dovetail.tls.testkit.ServicesContract;

final class ServicesTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return MlKemExchange.class;
    }
}
