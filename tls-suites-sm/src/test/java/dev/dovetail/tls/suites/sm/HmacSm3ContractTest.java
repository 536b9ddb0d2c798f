package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.MacContract;

final class HmacSm3ContractTest extends MacContract {

    @Override
    protected Mac part() {
        return new HmacSm3();
    }
}
