package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;

final class CurveSm2ContractTest extends NamedGroupContract {

    @Override
    protected NamedGroup part() {
        return new CurveSm2();
    }
}
