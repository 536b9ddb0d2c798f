package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Objects;
import javax.crypto.Cipher;

/** Seals with the JDK's cipher, array to array. */
final class JdkSealer implements AeadCipher.Sealer {

    private final KeyedCipher keyed;

    JdkSealer(Cipher cipher, ChaCha20Key key) {
        keyed = new KeyedCipher(Cipher.ENCRYPT_MODE, cipher, key);
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
        Objects.checkFromIndexSize(outOffset, length + suffixLength + ChaCha20Poly1305Cipher.TAG, out.length);
        try {
            Cipher cipher = keyed.begin(nonce);
            cipher.updateAAD(aad, 0, aadLength);
            if (suffixLength == 0) return cipher.doFinal(in, offset, length, out, outOffset);
            int written = cipher.update(in, offset, length, out, outOffset);
            return written + cipher.doFinal(suffix, 0, suffixLength, out, outOffset + written);
        } catch (InvalidKeyException e) {
            // The JDK remembers the last nonce: the same twice would give the plaintext, and Poly1305's key, away.
            throw new IllegalArgumentException("the nonce was used before with this key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
