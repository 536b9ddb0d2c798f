package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class SampleAeadContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new SampleAead();
    }
}
