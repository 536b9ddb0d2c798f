package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class Aes128GcmContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Aes128Gcm();
    }
}
