package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.HashAlgorithmContract;

final class SampleHashContractTest extends HashAlgorithmContract {

    @Override
    protected HashAlgorithm part() {
        return new SampleHash();
    }
}
