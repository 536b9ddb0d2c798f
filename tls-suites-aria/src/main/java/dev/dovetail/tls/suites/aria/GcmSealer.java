package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Objects;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/** Seals in GCM. */
final class GcmSealer implements AeadCipher.Sealer {

    private final KeyedGcm keyed;

    GcmSealer(BlockCipher engine, KeyParameter key) {
        keyed = new KeyedGcm(true, engine, key);
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
        Objects.checkFromIndexSize(0, aadLength, aad.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(0, suffixLength, suffix.length);
        Objects.checkFromIndexSize(outOffset, length + suffixLength + KeyedGcm.TAG, out.length);
        GCMModeCipher cipher = keyed.begin(nonce, aad, aadLength);
        int written = cipher.processBytes(in, offset, length, out, outOffset);
        written += cipher.processBytes(suffix, 0, suffixLength, out, outOffset + written);
        try {
            return written + cipher.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
