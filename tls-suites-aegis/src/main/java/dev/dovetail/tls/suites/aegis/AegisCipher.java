package dev.dovetail.tls.suites.aegis;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;

/**
 * What both ciphers have in common. Pure Java, and in constant time: no secret is an index or decides a branch.
 *
 * <p>Experimental: AEGIS is a draft, and this code has had no review but its tests. It is far from what AEGIS does with a
 * processor's AES instructions, which Java can't reach one round at a time.
 */
abstract class AegisCipher implements AeadCipher {

    /** RFC 8446 5.2 knows one tag; TLS uses the shorter one of the draft's two. */
    static final int TAG = 16;

    private final String name;
    private final int keyLength;
    private final int preference;

    /** In both ciphers a nonce is as long as a key. */
    AegisCipher(String name, int keyLength, int preference) {
        this.name = name;
        this.keyLength = keyLength;
        this.preference = preference;
    }

    /** A state without a key yet. */
    abstract AegisState state();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return "Dovetail";
    }

    @Override
    public final int preference() {
        return preference;
    }

    @Override
    public final int keyLength() {
        return keyLength;
    }

    @Override
    public final int nonceLength() {
        return keyLength;
    }

    @Override
    public final int tagLength() {
        return TAG;
    }

    /** There is no suite of TLS 1.2; a nonce of this length could not be made of four and eight bytes. */
    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    /** The draft's limits are beyond 2^48 messages. */
    @Override
    public final long recordLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new AegisSealer(new AegisMessage(state(), keyLength, key));
    }

    @Override
    public final Opener opener(Secret key) {
        return new AegisOpener(new AegisMessage(state(), keyLength, key));
    }

    @Override
    public final String toString() {
        return name + " (" + implementation() + ")";
    }
}
