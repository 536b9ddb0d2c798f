package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AsconAEAD128;

/** Seals with BouncyCastle's engine. */
final class AsconSealer implements AeadCipher.Sealer {

    private final KeyedAscon keyed;

    AsconSealer(Secret key) {
        keyed = new KeyedAscon(true, key);
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
        Objects.checkFromIndexSize(outOffset, length + suffixLength + AsconAead128.TAG, out.length);
        AsconAEAD128 engine = keyed.begin(nonce, aad, aadLength);
        int written = engine.processBytes(in, offset, length, out, outOffset);
        written += engine.processBytes(suffix, 0, suffixLength, out, outOffset + written);
        try {
            return written + engine.doFinal(out, outOffset + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Ascon-AEAD128 failed", e);
        }
    }

    @Override
    public void close() {
        keyed.close();
    }
}
