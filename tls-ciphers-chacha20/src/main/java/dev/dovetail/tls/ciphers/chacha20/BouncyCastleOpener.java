package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;

/** Opens with BouncyCastle's engine, which writes plaintext before it has seen the tag. */
final class BouncyCastleOpener implements AeadCipher.Opener {

    private final KeyedEngine keyed;

    BouncyCastleOpener(Secret key) {
        keyed = new KeyedEngine(new ChaCha20Poly1305(), false, key);
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - ChaCha20Poly1305Cipher.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        ChaCha20Poly1305 engine = keyed.begin(nonce);
        if (length < ChaCha20Poly1305Cipher.TAG) return -1;
        engine.processAADBytes(aad, 0, aadLength);
        int written = engine.processBytes(in, offset, length, out, outOffset);
        try {
            return written + engine.doFinal(out, outOffset + written);
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
