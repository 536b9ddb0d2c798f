package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/** Opens with the JDK's cipher, array to array. */
final class JdkOpener implements AeadCipher.Opener {

    private final KeyedCipher keyed;
    private final CiphertextCopies copies;

    JdkOpener(Cipher cipher, ChaCha20Key key, CiphertextCopies copies) {
        this.copies = copies;
        keyed = new KeyedCipher(Cipher.DECRYPT_MODE, cipher, key);
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - ChaCha20Poly1305Cipher.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        try {
            Cipher cipher = keyed.begin(nonce);
            if (length < ChaCha20Poly1305Cipher.TAG) return -1;
            cipher.updateAAD(aad, 0, aadLength);
            return copies.doFinal(cipher, in, offset, length, out, outOffset);
        } catch (AEADBadTagException e) {
            // SunJCE decrypts only what it has checked; that nothing is left must not depend on the provider.
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
