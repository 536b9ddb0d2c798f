package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** One of BouncyCastle's modes with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedSm4 implements AutoCloseable {

    private static final int TAG_BITS = 8 * Sm4Aead.TAG;

    private final boolean encrypting;
    private final KeyParameter key;
    private @Nullable AEADBlockCipher mode;
    private boolean used;
    private int longest;

    static KeyedSm4 gcm(boolean encrypting, Secret secret) {
        return new KeyedSm4(GCMBlockCipher.newInstance(new SM4Engine()), encrypting, secret);
    }

    static KeyedSm4 ccm(boolean encrypting, Secret secret) {
        return new KeyedSm4(CCMBlockCipher.newInstance(new SM4Engine()), encrypting, secret);
    }

    /** Copies the secret, which stays the caller's. */
    private KeyedSm4(AEADBlockCipher mode, boolean encrypting, Secret secret) {
        if (secret.length() != Sm4Aead.KEY) {
            throw new IllegalArgumentException("an SM4 key has 16 bytes, not " + secret.length());
        }
        this.mode = mode;
        this.encrypting = encrypting;
        this.key = secret.with(KeyParameter::new);
    }

    /**
     * The mode, ready for one message.
     *
     * @param length bytes of text that will be handed to it
     */
    AEADBlockCipher begin(byte[] nonce, byte[] aad, int aadLength, int length) {
        AEADBlockCipher ready = mode;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        if (nonce.length != Sm4Aead.NONCE) {
            throw new IllegalArgumentException("a nonce has 12 bytes, not " + nonce.length);
        }
        longest = Math.max(longest, length);
        // Without a key the mode goes on with its last one, which spares GCM the key schedule.
        ready.init(encrypting, new AEADParameters(used ? null : key, TAG_BITS, nonce));
        used = true;
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /**
     * Wipes the key, and has the mode overwrite its own, and in CCM the last text, by sealing zeros with a key of zeros.
     * What it dropped before, like CCM's key schedules of earlier records, lasts until it is collected.
     */
    @Override
    public void close() {
        AEADBlockCipher last = mode;
        if (last == null) return;
        mode = null;
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(key.getKey(), (byte) 0);
        byte[] zeros = new byte[longest + Sm4Aead.TAG];
        try {
            // CCM hands the key on to SM4 only with a text. A nonce that no record had, as sealing compares it.
            KeyParameter blank = new KeyParameter(new byte[Sm4Aead.KEY]);
            last.init(true, new AEADParameters(blank, TAG_BITS, new byte[Sm4Aead.NONCE - 1]));
            last.doFinal(zeros, last.processBytes(zeros, 0, longest, zeros, 0));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM4 failed", e);
        }
    }
}
