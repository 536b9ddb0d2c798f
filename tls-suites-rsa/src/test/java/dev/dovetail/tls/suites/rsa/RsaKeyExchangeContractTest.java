package dev.dovetail.tls.suites.rsa;

import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.KeyExchangeContract;
import java.security.KeyPair;
import java.util.Optional;

class RsaKeyExchangeContractTest extends KeyExchangeContract {

    private static final KeyPair KEYS = KeyKind.RSA_2048.generate();

    @Override
    protected KeyExchange part() {
        return new RsaKeyExchange();
    }

    @Override
    protected Optional<KeyPair> certificateKeys() {
        return Optional.of(KEYS);
    }
}
