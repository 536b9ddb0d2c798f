package dev.dovetail.tls.suites.ascon;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AsconAEAD128;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** One engine with one key and one direction, used again for each record. For one thread at a time. */
final class KeyedAscon implements AutoCloseable {

    private final boolean encrypting;
    private final KeyParameter key;
    private @Nullable AsconAEAD128 engine = new AsconAEAD128();

    /** Copies the secret, which stays the caller's. */
    KeyedAscon(boolean encrypting, Secret secret) {
        if (secret.length() != AsconAead128.KEY) {
            throw new IllegalArgumentException("the key has " + secret.length() + " bytes, not " + AsconAead128.KEY);
        }
        this.encrypting = encrypting;
        this.key = secret.with(KeyParameter::new);
    }

    /** The engine, ready for one message. */
    AsconAEAD128 begin(byte[] nonce, byte[] aad, int aadLength) {
        AsconAEAD128 ready = engine;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        if (nonce.length != AsconAead128.NONCE) {
            throw new IllegalArgumentException("the nonce has " + nonce.length + " bytes, not " + AsconAead128.NONCE);
        }
        ready.init(encrypting, new ParametersWithIV(key, nonce));
        ready.processAADBytes(aad, 0, aadLength);
        return ready;
    }

    /** Wipes the key, has the engine overwrite its own copy with zeros, and drops it. */
    @Override
    public void close() {
        AsconAEAD128 last = engine;
        if (last == null) return;
        engine = null;
        // getKey lends the array itself, which is the only way to wipe it.
        Arrays.fill(key.getKey(), (byte) 0);
        last.init(false, new ParametersWithIV(key, new byte[AsconAead128.NONCE]));
    }
}
