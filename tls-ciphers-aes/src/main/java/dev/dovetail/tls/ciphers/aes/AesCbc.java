package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.CbcCipher;
import javax.crypto.Cipher;

/** What the AES-CBC ciphers have in common: all but the length of the key. */
abstract class AesCbc implements CbcCipher {

    static final int BLOCK = 16;

    private static final String TRANSFORMATION = "AES/CBC/NoPadding";

    private final String name;
    private final int keyLength;

    AesCbc(String name, int keyLength) {
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
    public final int blockLength() {
        return BLOCK;
    }

    @Override
    public final Transform encryptor(Secret key) {
        return transform(Cipher.ENCRYPT_MODE, key);
    }

    @Override
    public final Transform decryptor(Secret key) {
        return transform(Cipher.DECRYPT_MODE, key);
    }

    private Transform transform(int mode, Secret key) {
        return new CbcTransform(mode, JdkAes.cipher(TRANSFORMATION), AesKey.copyOf(key, keyLength));
    }
}
