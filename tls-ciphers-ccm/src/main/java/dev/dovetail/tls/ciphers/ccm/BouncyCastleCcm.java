package dev.dovetail.tls.ciphers.ccm;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** BouncyCastle's CCM with one key. For one thread at a time. */
final class BouncyCastleCcm implements AutoCloseable {

    private final KeyParameter key;
    private @Nullable CCMModeCipher cipher = CCMBlockCipher.newInstance(AESEngine.newInstance());

    /** Wipes the array, of which BouncyCastle makes a copy. */
    BouncyCastleCcm(byte[] bytes) {
        key = new KeyParameter(bytes);
        Arrays.fill(bytes, (byte) 0);
    }

    /** Fails to link where somebody left BouncyCastle out. */
    static void requireLibrary() {
        AESEngine.newInstance();
    }

    /**
     * The cipher, ready for one text. It collects the pieces of a text until the end, so they may lie where the output
     * goes.
     *
     * @throws IllegalArgumentException when sealing, if the nonce is the last one again
     */
    CCMModeCipher begin(boolean sealing, int tagLength, byte[] nonce, byte[] aad, int aadLength) {
        CCMModeCipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        // It keeps the nonce, to compare, and the caller may count in that array.
        ready.init(sealing, new AEADParameters(key, 8 * tagLength, nonce.clone()));
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /**
     * Wipes the key. BouncyCastle's AES keeps a key schedule that nothing wipes, and the buffer of the last text: both
     * last until they are collected.
     */
    @Override
    public void close() {
        cipher = null;
        Arrays.fill(key.getKey(), (byte) 0);
    }
}
