package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.CbcCipherContract;

final class Aes128CbcContractTest extends CbcCipherContract {

    @Override
    protected CbcCipher part() {
        return new Aes128Cbc();
    }
}
