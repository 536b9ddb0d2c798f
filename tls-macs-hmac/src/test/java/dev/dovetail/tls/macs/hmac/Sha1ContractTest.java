package dev.dovetail.tls.macs.hmac;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.HashAlgorithmContract;

final class Sha1ContractTest extends HashAlgorithmContract {

    @Override
    protected HashAlgorithm part() {
        return new Sha1();
    }
}
