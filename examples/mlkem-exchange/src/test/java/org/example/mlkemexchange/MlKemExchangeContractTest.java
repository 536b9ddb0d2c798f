package org.example.mlkemexchange;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.testkit.KeyExchangeContract;

final class MlKemExchangeContractTest extends KeyExchangeContract {

    @Override
    protected KeyExchange part() {
        return new MlKemExchange();
    }
}
