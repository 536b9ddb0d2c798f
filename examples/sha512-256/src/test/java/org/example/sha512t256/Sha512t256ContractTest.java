package org.example.sha512t256;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.HashAlgorithmContract;
import java.util.List;

final class Sha512t256ContractTest extends HashAlgorithmContract {

    @Override
    protected HashAlgorithm part() {
        return new Sha512t256();
    }

    @Override
    protected List<String> vectors() {
        return List.of("/sha512-256.txt");
    }
}
