package dev.dovetail.tls.suites.camellia;

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
        Camellia.wipe(key);
    }

    @Override
    public void transform(byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
        if (length % Camellia.BLOCK != 0) {
            throw new IllegalArgumentException(length + " bytes are not whole blocks of " + Camellia.BLOCK);
        }
        Objects.checkFromIndexSize(ivOffset, Camellia.BLOCK, iv.length);
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, length, out.length);
        CBCModeCipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        // No key: another IV for the same one.
        ready.init(encrypting, new ParametersWithIV(null, iv, ivOffset, Camellia.BLOCK));
        ready.processBlocks(in, offset, length / Camellia.BLOCK, out, outOffset);
    }

    /**
     * Makes BouncyCastle overwrite the key schedule with that of a key of zeros. What it dropped while it made the schedule
     * lasts until it is collected.
     */
    @Override
    public void close() {
        CBCModeCipher last = cipher;
        if (last == null) return;
        cipher = null;
        last.init(encrypting, new ParametersWithIV(new KeyParameter(new byte[keyLength]), new byte[Camellia.BLOCK]));
    }
}
