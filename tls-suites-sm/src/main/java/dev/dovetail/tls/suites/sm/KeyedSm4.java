package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
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

    /** The mode, ready for one message. */
    AEADBlockCipher begin(byte[] nonce, byte[] aad, int aadLength) {
        AEADBlockCipher ready = mode;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        if (nonce.length != Sm4Aead.NONCE) {
            throw new IllegalArgumentException("a nonce has 12 bytes, not " + nonce.length);
        }
        // Without a key the mode goes on with its last one, which spares GCM the key schedule.
        ready.init(encrypting, new AEADParameters(used ? null : key, TAG_BITS, nonce));
        used = true;
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /** Wipes the key, has the mode overwrite its own with zeros, and drops it. */
    @Override
    public void close() {
        AEADBlockCipher last = mode;
        if (last == null) return;
        mode = null;
        KeyParameter blank = new KeyParameter(new byte[Sm4Aead.KEY]);
        last.init(false, new AEADParameters(blank, TAG_BITS, new byte[Sm4Aead.NONCE]));
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(key.getKey(), (byte) 0);
    }
}
