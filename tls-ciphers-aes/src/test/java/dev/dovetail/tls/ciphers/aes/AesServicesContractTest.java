package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.testkit.ServicesContract;

final class AesServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return Aes128Gcm.class;
    }
}
