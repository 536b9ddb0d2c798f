package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.CbcCipherContract;

final class SampleCbcContractTest extends CbcCipherContract {

    @Override
    protected CbcCipher part() {
        return new SampleCbc();
    }
}
