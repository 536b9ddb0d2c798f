package org.example.ecdsasha3;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;

final class EcdsaSecp256r1Sha3ContractTest extends SignatureSchemeContract {

    @Override
    protected SignatureScheme part() {
        return new EcdsaSecp256r1Sha3();
    }

    @Override
    protected KeyPair keys() {
        return KeyKind.EC_P256.generate();
    }
}
