package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.testkit.ServicesContract;

final class ChaCha20ServicesContractTest extends ServicesContract {

    @Override
    protected Class<?> anchor() {
        return JdkChaCha20Poly1305.class;
    }
}
