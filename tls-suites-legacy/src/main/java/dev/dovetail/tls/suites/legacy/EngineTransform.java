package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * One key and one direction. The chaining is done here: it is six lines, while BouncyCastle's takes its IV in two new
 * objects for each record.
 */
abstract class EngineTransform implements CbcCipher.Transform {

    private final boolean encrypting;
    private final int keyLength;
    final int blockLength;
    private @Nullable BlockCipher engine;

    /** The ciphertext of the block before. */
    final byte[] chain;

    private EngineTransform(BlockCipher engine, boolean encrypting, Secret secret) {
        this.encrypting = encrypting;
        this.keyLength = secret.length();
        this.blockLength = engine.getBlockSize();
        this.chain = new byte[blockLength];
        this.engine = engine;
        KeyParameter key = secret.with(KeyParameter::new);
        engine.init(encrypting, key);
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(key.getKey(), (byte) 0);
    }

    /** Takes one block on, and keeps its ciphertext in {@link #chain}. */
    abstract void block(BlockCipher ready, byte[] in, int offset, byte[] out, int outOffset);

    @Override
    public final void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
        BlockCipher ready = engine;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        if (length % blockLength != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole blocks of " + blockLength);
        }
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, length, out.length);
        System.arraycopy(iv, ivOffset, chain, 0, blockLength);
        for (int i = 0; i < length; i += blockLength) block(ready, in, offset + i, out, outOffset + i);
    }

    /** Drops the key schedule; what BouncyCastle allocates for the next one takes its place. */
    @Override
    public void close() {
        BlockCipher last = engine;
        if (last == null) return;
        engine = null;
        last.init(encrypting, new KeyParameter(new byte[keyLength]));
        // Perhaps an IV that nobody has seen yet.
        Arrays.fill(chain, (byte) 0);
    }

    /** C[i] = E(P[i] xor C[i-1]). */
    static final class Encryptor extends EngineTransform {

        Encryptor(BlockCipher engine, Secret key) {
            super(engine, true, key);
        }

        @Override
        void block(BlockCipher ready, byte[] in, int offset, byte[] out, int outOffset) {
            for (int i = 0; i < blockLength; i++) chain[i] ^= in[offset + i];
            ready.processBlock(chain, 0, chain, 0);
            System.arraycopy(chain, 0, out, outOffset, blockLength);
        }
    }

    /** P[i] = D(C[i]) xor C[i-1]. */
    static final class Decryptor extends EngineTransform {

        private final byte[] plain;

        Decryptor(BlockCipher engine, Secret key) {
            super(engine, false, key);
            this.plain = new byte[blockLength];
        }

        @Override
        void block(BlockCipher ready, byte[] in, int offset, byte[] out, int outOffset) {
            ready.processBlock(in, offset, plain, 0);
            for (int i = 0; i < blockLength; i++) plain[i] ^= chain[i];
            System.arraycopy(in, offset, chain, 0, blockLength);
            System.arraycopy(plain, 0, out, outOffset, blockLength);
        }

        @Override
        public void close() {
            super.close();
            Arrays.fill(plain, (byte) 0);
        }
    }
}
