package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.KeyExchangeContract;
import java.util.List;

class DheKeyExchangeContractTest extends KeyExchangeContract {

    private final DheKeyExchange exchange = new DheKeyExchange();

    @Override
    protected KeyExchange part() {
        return exchange;
    }

    @Override
    protected List<NamedGroup> groups() {
        return List.of(new Ffdhe2048(), new Ffdhe3072());
    }
}
