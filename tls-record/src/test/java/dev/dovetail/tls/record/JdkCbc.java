package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's CBC ciphers, as plainly as can be. */
record JdkCbc(String name, String algorithm, int keyLength, int blockLength) implements CbcCipher {

    static JdkCbc aes128() {
        return new JdkCbc("AES_128_CBC", "AES", 16, 16);
    }

    static JdkCbc tripleDes() {
        return new JdkCbc("3DES_EDE_CBC", "DESede", 24, 8);
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public Transform encryptor(Secret key) {
        return transform(Cipher.ENCRYPT_MODE, key);
    }

    @Override
    public Transform decryptor(Secret key) {
        return transform(Cipher.DECRYPT_MODE, key);
    }

    private Transform transform(int mode, Secret key) {
        SecretKeySpec spec = key.with(bytes -> new SecretKeySpec(bytes, algorithm));
        return new Transform() {
            @Override
            public void transform(
                    byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
                try {
                    Cipher cipher = Cipher.getInstance(algorithm + "/CBC/NoPadding");
                    cipher.init(mode, spec, new IvParameterSpec(iv, ivOffset, blockLength));
                    if (cipher.doFinal(in, offset, length, out, outOffset) != length) throw new IllegalStateException();
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }

            @Override
            public void close() {}
        };
    }
}
