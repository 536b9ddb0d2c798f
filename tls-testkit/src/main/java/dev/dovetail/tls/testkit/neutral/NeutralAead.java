package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The JDK's AES-128-GCM under another name. */
public final class NeutralAead implements AeadCipher {

    private static final int TAG = 16;

    /** For the kit. */
    public NeutralAead() {}

    @Override
    public String name() {
        return "KIT_AEAD";
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
    public int nonceLength() {
        return 12;
    }

    @Override
    public int tagLength() {
        return TAG;
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public long recordLimit() {
        return 1L << 24;
    }

    @Override
    public Sealer sealer(Secret key) {
        return new Gcm(key);
    }

    @Override
    public Opener opener(Secret key) {
        return new Gcm(key);
    }

    private static final class Gcm implements Sealer, Opener {

        private final Cipher cipher;
        private @Nullable SecretKeySpec key;

        Gcm(Secret secret) {
            if (secret.length() != 16) throw new IllegalArgumentException("a key has 16 bytes");
            try {
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has AES-GCM", e);
            }
            key = secret.with(bytes -> new SecretKeySpec(bytes, "AES"));
        }

        @Override
        public int seal(
                byte[] nonce,
                byte[] aad,
                int aadLength,
                byte[] in,
                int offset,
                int length,
                byte[] suffix,
                int suffixLength,
                byte[] out,
                int outOffset) {
            try {
                begin(Cipher.ENCRYPT_MODE, nonce, aad, aadLength);
                int written = cipher.update(in, offset, length, out, outOffset);
                return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("this can't be sealed", e);
            }
        }

        @Override
        public int open(
                byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
            if (length < TAG) return -1;
            try {
                begin(Cipher.DECRYPT_MODE, nonce, aad, aadLength);
                return cipher.doFinal(in, offset, length, out, outOffset);
            } catch (AEADBadTagException e) {
                Arrays.fill(out, outOffset, outOffset + length - TAG, (byte) 0);
                return -1;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("this can't be opened", e);
            }
        }

        @Override
        public void close() {
            key = null;
        }

        private void begin(int mode, byte[] nonce, byte[] aad, int aadLength) throws GeneralSecurityException {
            if (key == null) throw new IllegalStateException("this key is closed");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(aad, 0, aadLength);
        }
    }
}
