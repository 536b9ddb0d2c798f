package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** RC4, because its state runs on from record to record; and NULL, which is a stream cipher without a key. */
record JdkStream(String name, int keyLength) implements StreamCipher {

    static JdkStream rc4() {
        return new JdkStream("RC4_128", 16);
    }

    static JdkStream none() {
        return new JdkStream("NULL", 0);
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
        return keyLength == 0 ? new Copy() : new Rc4(mode, key);
    }

    private static final class Copy implements Transform {
        @Override
        public void transform(byte[] in, int offset, int length, byte[] out, int outOffset) {
            System.arraycopy(in, offset, out, outOffset, length);
        }

        @Override
        public void close() {}
    }

    private static final class Rc4 implements Transform {

        private final Cipher cipher;

        Rc4(int mode, Secret key) {
            try {
                cipher = Cipher.getInstance("ARCFOUR");
                SecretKeySpec spec = key.with(bytes -> new SecretKeySpec(bytes, "ARCFOUR"));
                cipher.init(mode, spec);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void transform(byte[] in, int offset, int length, byte[] out, int outOffset) {
            try {
                cipher.update(in, offset, length, out, outOffset);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void close() {}
    }
}
