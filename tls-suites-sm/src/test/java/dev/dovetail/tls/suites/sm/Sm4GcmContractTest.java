package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class Sm4GcmContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Sm4Gcm();
    }
}
