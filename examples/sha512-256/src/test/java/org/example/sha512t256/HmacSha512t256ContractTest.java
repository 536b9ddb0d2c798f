package org.example.sha512t256;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.MacContract;

final class HmacSha512t256ContractTest extends MacContract {

    @Override
    protected Mac part() {
        return new HmacSha512t256();
    }
}
