package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

class AsconContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new AsconAead128();
    }
}
