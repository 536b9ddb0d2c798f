package dev.dovetail.tls.suites.aria;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** GCM with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedGcm implements AutoCloseable {

    static final int NONCE = 12;
    static final int TAG = 16;

    private final boolean sealing;
    private final int keyLength;
    private @Nullable KeyParameter fresh;
    private @Nullable GCMModeCipher cipher;

    /** Takes the key over, and wipes it as soon as the engine has made its key schedule. */
    KeyedGcm(boolean sealing, BlockCipher engine, KeyParameter key) {
        this.sealing = sealing;
        keyLength = key.getKey().length;
        fresh = key;
        cipher = GCMBlockCipher.newInstance(engine);
    }

    /**
     * The cipher, ready for one text.
     *
     * @throws IllegalArgumentException if the nonce has not 12 bytes; when sealing, also if it is the last one again,
     *     which would give the plaintext, and the key of GHASH, away
     */
    GCMModeCipher begin(byte[] nonce, byte[] aad, int aadLength) {
        GCMModeCipher ready = cipher;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        // GCM itself takes nonces of any length, so another length would not be noticed, only seal something else.
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + NONCE);
        }
        // It keeps the nonce, to compare, and the caller may count in that array.
        ready.init(sealing, new AEADParameters(fresh, 8 * TAG, nonce.clone()));
        forgetFresh();
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /**
     * Lets go of the round keys, and makes BouncyCastle overwrite GCM's tables with those of a key of zeros. ARIAEngine makes
     * new arrays for each key and wipes none, so the old round keys last until they are collected.
     */
    @Override
    public void close() {
        GCMModeCipher last = cipher;
        if (last == null) return;
        cipher = null;
        forgetFresh();
        // As if to open, because sealing compares the nonce.
        last.init(false, new AEADParameters(new KeyParameter(new byte[keyLength]), 8 * TAG, new byte[NONCE]));
    }

    /** From then on the cipher has the key, and none is handed to it with the next nonce. */
    private void forgetFresh() {
        if (fresh != null) Aria.wipe(fresh);
        fresh = null;
    }
}
