package dev.dovetail.tls.ciphers.chacha20;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** One BouncyCastle engine with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedEngine implements AutoCloseable {

    private final boolean encrypting;
    private @Nullable ChaCha20Poly1305 engine;

    // Until the first message: after that the engine has its own copy, and goes on with it if it is given none.
    private @Nullable KeyParameter key;

    /** Copies the secret, which stays the caller's. */
    KeyedEngine(ChaCha20Poly1305 engine, boolean encrypting, Secret secret) {
        ChaCha20Poly1305Cipher.checkKey(secret);
        this.engine = engine;
        this.encrypting = encrypting;
        this.key = secret.with(KeyParameter::new);
    }

    /** The engine, ready for one message. */
    ChaCha20Poly1305 begin(byte[] nonce) {
        ChaCha20Poly1305 ready = engine;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        ChaCha20Poly1305Cipher.checkNonce(nonce);
        ready.init(encrypting, new ParametersWithIV(key, nonce));
        forgetKey();
        return ready;
    }

    /** Wipes the key, has the engine overwrite its own copy with zeros, and drops it. */
    @Override
    public void close() {
        ChaCha20Poly1305 last = engine;
        if (last == null) return;
        engine = null;
        forgetKey();
        KeyParameter blank = new KeyParameter(new byte[ChaCha20Poly1305Cipher.KEY]);
        last.init(false, new ParametersWithIV(blank, new byte[ChaCha20Poly1305Cipher.NONCE]));
    }

    private void forgetKey() {
        KeyParameter used = key;
        if (used == null) return;
        key = null;
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(used.getKey(), (byte) 0);
    }
}
