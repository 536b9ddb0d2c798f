package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The JDK's AES-128-CBC under another name. */
public final class NeutralCbc implements CbcCipher {

    /** For the kit. */
    public NeutralCbc() {}

    @Override
    public String name() {
        return "KIT_CBC";
    }

    @Override
    public String implementation() {
        return "testkit";
    }

    @Override
    public int keyLength() {
        return 16;
    }

    @Override
    public int blockLength() {
        return 16;
    }

    @Override
    public Transform encryptor(Secret key) {
        return new Aes(Cipher.ENCRYPT_MODE, key);
    }

    @Override
    public Transform decryptor(Secret key) {
        return new Aes(Cipher.DECRYPT_MODE, key);
    }

    private static final class Aes implements Transform {

        private final Cipher cipher;
        private final int mode;
        private @Nullable SecretKeySpec key;

        Aes(int mode, Secret secret) {
            if (secret.length() != 16) throw new IllegalArgumentException("a key has 16 bytes");
            this.mode = mode;
            try {
                cipher = Cipher.getInstance("AES/CBC/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-CBC", e);
            }
            key = secret.with(bytes -> new SecretKeySpec(bytes, "AES"));
        }

        @Override
        public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
            if (key == null) throw new IllegalStateException("this cipher is closed");
            try {
                cipher.init(mode, key, new IvParameterSpec(iv, ivOffset, 16));
                cipher.doFinal(in, offset, length, out, outOffset);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("whole blocks only", e);
            }
        }

        @Override
        public void close() {
            key = null;
        }
    }
}
