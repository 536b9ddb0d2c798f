package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.testkit.StreamCipherContract;

final class SampleStreamContractTest extends StreamCipherContract {

    @Override
    protected StreamCipher part() {
        return new SampleStream();
    }
}
