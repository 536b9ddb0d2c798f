package org.example.tls;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.AeadCipherContract;
import java.util.List;

final class Aes192GcmContractTest extends AeadCipherContract {

    @Override
    protected AeadCipher part() {
        return new Aes192Gcm();
    }

    @Override
    protected List<String> vectors() {
        return List.of("/aes-192-gcm.txt");
    }
}
