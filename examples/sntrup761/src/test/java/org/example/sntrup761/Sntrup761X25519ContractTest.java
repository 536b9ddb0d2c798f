package org.example.sntrup761;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.NamedGroupContract;

final class Sntrup761X25519ContractTest extends NamedGroupContract {

    @Override
    protected NamedGroup part() {
        return Catalog.discover().groups().stream()
                .filter(group -> group.name().equals("sntrup761x25519"))
                .findFirst()
                .orElseThrow();
    }
}
