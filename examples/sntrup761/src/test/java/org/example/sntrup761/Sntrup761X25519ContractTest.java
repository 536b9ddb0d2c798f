package org.example.sntrup761;

import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.testkit.HybridGroupContract;
import java.util.List;

final class Sntrup761X25519ContractTest extends HybridGroupContract {

    @Override
    protected HybridGroup hybrid() {
        return new Sntrup761X25519();
    }

    @Override
    protected List<Half> halves() {
        return List.of(new Half("sntrup761", 1158, 1039), new Half("x25519", 32, 32));
    }
}
