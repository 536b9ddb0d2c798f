package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.jspecify.annotations.Nullable;

/** Seals with SM4. */
final class Sm4Sealer implements AeadCipher.Sealer {

    private final KeyedSm4 keyed;
    private byte @Nullable [] last;

    Sm4Sealer(KeyedSm4 keyed) {
        this.keyed = keyed;
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
        Objects.checkFromIndexSize(outOffset, length + suffixLength + Sm4Aead.TAG, out.length);
        // BouncyCastle's GCM refuses the last nonce again, its CCM does not: either would give the plaintext away.
        if (last != null && Arrays.equals(last, nonce)) {
            throw new IllegalArgumentException("the nonce was used before with this key");
        }
        AEADBlockCipher mode = keyed.begin(nonce, aad, aadLength, length + suffixLength);
        last = nonce.clone();
        int written = mode.processBytes(in, offset, length, out, outOffset);
        written += mode.processBytes(suffix, 0, suffixLength, out, outOffset + written);
        try {
            return written + mode.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing with SM4 failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
