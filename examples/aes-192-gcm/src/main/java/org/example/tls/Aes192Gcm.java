package org.example.tls;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;

/** AES-GCM with a key of 192 bits, which no registered suite uses. */
@AutoService(BulkCipher.class)
public final class Aes192Gcm implements AeadCipher {

    @Override
    public String name() {
        return "AES_192_GCM";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int keyLength() {
        return 24;
    }

    @Override
    public int nonceLength() {
        return 12;
    }

    @Override
    public int tagLength() {
        return 16;
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public long recordLimit() {
        return 23_726_566L; // RFC 8446 5.5: 2^24.5 records
    }

    @Override
    public Sealer sealer(Secret key) {
        return new KeyedGcm(key);
    }

    @Override
    public Opener opener(Secret key) {
        return new KeyedGcm(key);
    }
}
