package org.example.sntrup761;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;

final class Sntrup761ContractTest extends NamedGroupContract {

    @Override
    protected NamedGroup part() {
        return new Sntrup761();
    }
}
