package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class Aegis128LContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Aegis128L();
    }
}
