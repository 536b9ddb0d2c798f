package dev.dovetail.tls.ciphers.ccm;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** BouncyCastle's CCM with one key. For one thread at a time. */
final class BouncyCastleCcm implements AutoCloseable {

    // Not that of a record, because sealing with the last nonce is refused.
    private static final byte[] OTHER_NONCE = new byte[CcmAlgorithm.NONCE - 1];

    private static final int TAG = 16;

    private final KeyParameter key;
    private @Nullable CCMModeCipher cipher = CCMBlockCipher.newInstance(AESEngine.newInstance());
    private int longest;

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
     * @param length bytes of text that will be handed to it
     * @throws IllegalArgumentException when sealing, if the nonce is the last one again
     */
    CCMModeCipher begin(boolean sealing, int tagLength, byte[] nonce, byte[] aad, int aadLength, int length) {
        CCMModeCipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        longest = Math.max(longest, length);
        // It keeps the nonce, to compare, and the caller may count in that array.
        ready.init(sealing, new AEADParameters(key, 8 * tagLength, nonce.clone()));
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /**
     * Wipes the key, and has BouncyCastle put a key schedule of zeros in the last one's place, zeros over the last text.
     * Key schedules of earlier records, and the buffers that its buffer outgrew, last until they are collected.
     */
    @Override
    public void close() {
        CCMModeCipher last = cipher;
        if (last == null) return;
        cipher = null;
        KeyParameter blank = new KeyParameter(new byte[key.getKeyLength()]);
        Arrays.fill(key.getKey(), (byte) 0);
        byte[] zeros = new byte[longest + TAG];
        try {
            // Only with a text does the mode hand the key on to AES.
            last.init(true, new AEADParameters(blank, 8 * TAG, OTHER_NONCE));
            last.processBytes(zeros, 0, longest, zeros, 0);
            last.doFinal(zeros, 0);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("AES-CCM failed", e);
        }
    }
}
