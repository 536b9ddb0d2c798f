package org.example.tls;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One key of AES-GCM, to seal or to open. */
final class KeyedGcm implements AeadCipher.Sealer, AeadCipher.Opener {

    private static final int TAG = 16;

    private final Cipher cipher;
    private @Nullable SecretKeySpec key;

    KeyedGcm(Secret key) {
        if (key.length() != 24) throw new IllegalArgumentException("a key has 24 bytes, not " + key.length());
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
        this.key = key.with(bytes -> new SecretKeySpec(bytes, "AES"));
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
        Objects.checkFromIndexSize(outOffset, length + suffixLength + TAG, out.length);
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
        if (nonce.length != 12) throw new IllegalArgumentException("a nonce has 12 bytes, not " + nonce.length);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(aad, 0, aadLength);
    }
}
