package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.KeyExchangeContract;
import java.util.List;

final class SampleKeyExchangeContractTest extends KeyExchangeContract {

    @Override
    protected KeyExchange part() {
        return new SampleKeyExchange();
    }

    @Override
    protected List<NamedGroup> groups() {
        return List.of(new SampleGroup());
    }
}
