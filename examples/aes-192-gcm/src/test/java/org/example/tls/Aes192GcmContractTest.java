package org.example.tls;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class Aes192GcmContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Aes192Gcm();
    }
}
