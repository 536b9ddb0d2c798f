package dev.dovetail.tls.ciphers.aes;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Opens with AES-GCM, array to array; in one array the JDK makes a copy. */
final class GcmOpener implements AeadCipher.Opener {

    private final KeyedCipher keyed;

    GcmOpener(Cipher cipher, AesKey key) {
        keyed = new KeyedCipher(Cipher.DECRYPT_MODE, cipher, key, GcmNonce.BLANK);
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - AesGcm.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        GCMParameterSpec parameters = GcmNonce.of(nonce);
        try {
            Cipher cipher = keyed.begin(parameters);
            if (length < AesGcm.TAG) return -1;
            cipher.updateAAD(aad, 0, aadLength);
            return cipher.doFinal(in, offset, length, out, outOffset);
        } catch (AEADBadTagException e) {
            // SunJCE clears its output too; that nothing is left must not depend on the provider.
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
