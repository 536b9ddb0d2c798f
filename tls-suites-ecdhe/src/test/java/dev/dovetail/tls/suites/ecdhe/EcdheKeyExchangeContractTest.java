package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.KeyExchangeContract;
import java.util.List;

class EcdheKeyExchangeContractTest extends KeyExchangeContract {

    @Override
    protected KeyExchange part() {
        return new EcdheKeyExchange();
    }

    @Override
    protected List<NamedGroup> groups() {
        return List.of(
                new BouncyCastleX25519(),
                new BouncyCastleSecp256r1(),
                new BouncyCastleSecp384r1(),
                new BouncyCastleSecp521r1(),
                new JdkX448());
    }
}
