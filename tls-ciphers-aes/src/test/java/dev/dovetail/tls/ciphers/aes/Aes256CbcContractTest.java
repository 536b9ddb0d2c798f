package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.CbcCipherContract;

final class Aes256CbcContractTest extends CbcCipherContract {

    @Override
    protected CbcCipher part() {
        return new Aes256Cbc();
    }
}
