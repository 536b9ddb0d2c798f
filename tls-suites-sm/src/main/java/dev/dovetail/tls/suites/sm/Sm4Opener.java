package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADBlockCipher;

/** Opens with SM4. BouncyCastle's GCM writes plaintext before it has seen the tag. */
final class Sm4Opener implements AeadCipher.Opener {

    private final KeyedSm4 keyed;

    Sm4Opener(KeyedSm4 keyed) {
        this.keyed = keyed;
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - Sm4Aead.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        AEADBlockCipher mode = keyed.begin(nonce, aad, aadLength, length);
        if (length < Sm4Aead.TAG) return -1;
        int written = mode.processBytes(in, offset, length, out, outOffset);
        try {
            return written + mode.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            Arrays.fill(out, outOffset, outOffset + plain, (byte) 0);
            return -1;
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
