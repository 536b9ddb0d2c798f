package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;

/** What the AES-GCM ciphers have in common: all but the length of the key. */
abstract class AesGcm implements AeadCipher {

    static final int NONCE = 12;
    static final int TAG = 16;

    // RFC 8446 5.5: 2^24.5 full-size records on one key.
    private static final long RECORDS = 23_726_566L;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final String name;
    private final int keyLength;

    AesGcm(String name, int keyLength) {
        this.name = name;
        this.keyLength = keyLength;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        return JdkAes.availability(TRANSFORMATION, keyLength);
    }

    @Override
    public final int keyLength() {
        return keyLength;
    }

    @Override
    public final int nonceLength() {
        return NONCE;
    }

    @Override
    public final int tagLength() {
        return TAG;
    }

    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public final long recordLimit() {
        return RECORDS;
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new GcmSealer(JdkAes.cipher(TRANSFORMATION), AesKey.copyOf(key, keyLength));
    }

    @Override
    public final Opener opener(Secret key) {
        return new GcmOpener(JdkAes.cipher(TRANSFORMATION), AesKey.copyOf(key, keyLength));
    }
}
