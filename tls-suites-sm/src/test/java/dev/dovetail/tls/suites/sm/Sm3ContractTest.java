package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.HashAlgorithmContract;

final class Sm3ContractTest extends HashAlgorithmContract {

    @Override
    protected HashAlgorithm part() {
        return new Sm3();
    }
}
