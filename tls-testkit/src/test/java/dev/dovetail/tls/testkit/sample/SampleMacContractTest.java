package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.MacContract;

final class SampleMacContractTest extends MacContract {

    @Override
    protected Mac part() {
        return new SampleMac();
    }
}
