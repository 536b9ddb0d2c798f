package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;

final class SampleGroupContractTest extends NamedGroupContract {

    @Override
    protected NamedGroup part() {
        return new SampleGroup();
    }
}
