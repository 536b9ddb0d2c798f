package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;

/** Seals with BouncyCastle's engine, which itself refuses a nonce twice in a row. */
final class BouncyCastleSealer implements AeadCipher.Sealer {

    private final KeyedEngine keyed;

    BouncyCastleSealer(Secret key) {
        keyed = new KeyedEngine(new ChaCha20Poly1305(), true, key);
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
        ChaCha20Poly1305 engine = keyed.begin(nonce);
        engine.processAADBytes(aad, 0, aadLength);
        int written = engine.processBytes(in, offset, length, out, outOffset);
        written += engine.processBytes(suffix, 0, suffixLength, out, outOffset + written);
        try {
            return written + engine.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
