package dev.dovetail.tls.suites.psk;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.testkit.KeyExchangeContract;

class PskKeyExchangeContractTest extends KeyExchangeContract {

    @Override
    protected KeyExchange part() {
        return new PskKeyExchange();
    }
}
