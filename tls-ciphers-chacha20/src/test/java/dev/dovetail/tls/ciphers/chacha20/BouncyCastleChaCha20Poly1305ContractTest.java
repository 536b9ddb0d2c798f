package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;

final class BouncyCastleChaCha20Poly1305ContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new BouncyCastleChaCha20Poly1305();
    }
}
