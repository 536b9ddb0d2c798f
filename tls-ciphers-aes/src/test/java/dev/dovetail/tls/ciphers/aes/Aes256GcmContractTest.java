package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class Aes256GcmContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Aes256Gcm();
    }
}
