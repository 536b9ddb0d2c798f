package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.Secret;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A key with the state of the message that is under way. For one thread at a time. */
final class AegisMessage implements AutoCloseable {

    private final int keyLength;
    private final byte[] block;
    private final byte[] tag = new byte[AegisCipher.TAG];
    private final byte[] key;
    private @Nullable AegisState state;

    /** Copies the secret, which stays the caller's. */
    AegisMessage(AegisState state, int keyLength, Secret secret) {
        if (secret.length() != keyLength) {
            throw new IllegalArgumentException("the key has " + keyLength + " bytes, not " + secret.length());
        }
        this.keyLength = keyLength;
        this.state = state;
        this.block = new byte[state.rate()];
        this.key = secret.with(byte[]::clone);
    }

    /** Begins a message and takes its additional data. */
    AegisState begin(byte[] nonce, byte[] aad, int aadLength) {
        AegisState ready = state;
        if (ready == null) throw new IllegalStateException("this cipher is closed");
        if (nonce.length != keyLength) {
            throw new IllegalArgumentException("a nonce has " + keyLength + " bytes, not " + nonce.length);
        }
        ready.begin(key, nonce);
        int at = 0;
        for (; at + block.length <= aadLength; at += block.length) ready.absorb(aad, at);
        if (at < aadLength) {
            System.arraycopy(aad, at, block, 0, aadLength - at);
            Arrays.fill(block, aadLength - at, block.length, (byte) 0);
            ready.absorb(block, 0);
        }
        return ready;
    }

    /** Room for a part of a message that fills no step, as long as a step takes. */
    byte[] block() {
        return block;
    }

    /** Ends the message. Lengths are in bytes; the tag is lent until the next message. */
    byte[] finish(AegisState ready, long aadLength, long textLength) {
        ready.finish(aadLength, textLength, tag);
        return tag;
    }

    /** Wipes the key and all that was made of it. */
    @Override
    public void close() {
        AegisState last = state;
        if (last == null) return;
        state = null;
        last.clear();
        Arrays.fill(key, (byte) 0);
        Arrays.fill(block, (byte) 0);
        Arrays.fill(tag, (byte) 0);
    }
}
