package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AsconAEAD128;

/** Opens with BouncyCastle's engine, which writes plaintext before it has seen the tag: that is wiped if the tag is wrong. */
final class AsconOpener implements AeadCipher.Opener {

    private final KeyedAscon keyed;

    AsconOpener(Secret key) {
        keyed = new KeyedAscon(false, key);
    }

    @Override
    public int open(
            byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int plain = Math.max(length - AsconAead128.TAG, 0);
        Objects.checkFromIndexSize(outOffset, plain, out.length);
        AsconAEAD128 engine = keyed.begin(nonce, aad, aadLength);
        if (length < AsconAead128.TAG) return -1;
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
