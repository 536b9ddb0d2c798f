package dev.dovetail.tls.suites.aria;

import dev.dovetail.tls.api.spi.CbcCipher;
import java.util.Objects;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** One direction of CBC; each call begins with its own IV. */
final class CbcTransform implements CbcCipher.Transform {

    private final boolean encrypting;
    private final int keyLength;
    private @Nullable CBCModeCipher cipher;

    /** Wipes the key, once the engine has made its key schedule. */
    CbcTransform(boolean encrypting, BlockCipher engine, KeyParameter key) {
        this.encrypting = encrypting;
        keyLength = key.getKey().length;
        cipher = CBCBlockCipher.newInstance(engine);
        cipher.init(encrypting, key);
        Aria.wipe(key);
    }

    @Override
    public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
        if (length % Aria.BLOCK != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole blocks of " + Aria.BLOCK);
        }
        Objects.checkFromIndexSize(ivOffset, Aria.BLOCK, iv.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, length, out.length);
        CBCModeCipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        // No key: another IV for the same one.
        ready.init(encrypting, new ParametersWithIV(null, iv, ivOffset, Aria.BLOCK));
        ready.processBlocks(in, offset, length / Aria.BLOCK, out, outOffset);
    }

    /**
     * Lets go of the round keys. ARIAEngine makes new arrays for each key and wipes none, so the old ones last until they
     * are collected.
     */
    @Override
    public void close() {
        CBCModeCipher last = cipher;
        if (last == null) return;
        cipher = null;
        last.init(encrypting, new ParametersWithIV(new KeyParameter(new byte[keyLength]), new byte[Aria.BLOCK]));
    }
}
