package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/** Opens in GCM. BouncyCastle compares tags in constant time. */
final class GcmOpener implements AeadCipher.Opener {

    private final KeyedGcm keyed;

    GcmOpener(BlockCipher engine, KeyParameter key) {
        keyed = new KeyedGcm(false, engine, key);
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - KeyedGcm.TAG, 0);
        Objects.checkFromIndexSize(0, aadLength, aad.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        GCMModeCipher cipher = keyed.begin(nonce, aad, aadLength);
        if (length < KeyedGcm.TAG) return -1;
        int written = cipher.processBytes(in, offset, length, out, outOffset);
        try {
            return written + cipher.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            // BouncyCastle decrypts while it authenticates: what it wrote must not get out.
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
