package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.MacContract;

final class HmacSha384ContractTest extends MacContract {

    @Override
    protected Mac part() {
        return new HmacSha384();
    }
}
