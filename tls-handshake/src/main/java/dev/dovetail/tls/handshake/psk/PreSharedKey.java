package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A key that both sides have already, and its name: for the PSK suites of TLS 1.2 (RFC 4279) and as an external PSK of TLS
 * 1.3 (RFC 8446 4.2.11). Give each version its own key, or import it (RFC 9257 5, RFC 9258).
 *
 * <p>It owns its secret. What a look-up answers, the engine closes.
 */
public final class PreSharedKey implements AutoCloseable {

    // RFC 9257 4.1: at least 128 bits of entropy; who listens can try all that there are of a shorter key.
    private static final int SHORTEST = 16;
    private static final int LONGEST = 0xffff;
    // A ClientHello has to hold it, beside all else.
    private static final int LONGEST_NAME = 50_000;

    private final byte[] identity;
    private final Secret key;
    private final String hash;
    private final Optional<byte[]> context;

    private PreSharedKey(byte[] identity, Secret key, String hash, Optional<byte[]> context) {
        int name = identity.length + context.map(value -> value.length).orElse(0);
        if (identity.length == 0 || name > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "an identity has at least a byte, and with its context at most 50000, not " + name);
        }
        if (key.length() == 0 || key.length() > LONGEST) {
            throw new IllegalArgumentException("a pre-shared key has 1 to 65535 bytes, not " + key.length());
        }
        this.identity = identity.clone();
        this.key = key;
        this.hash = hash;
        this.context = context;
    }

    /**
     * A key of at least 16 bytes.
     *
     * @param identity its name, 1 to 50000 bytes; it is sent in the clear
     * @param key owned by the result, wiped if it is refused
     * @return for TLS 1.2, and for the TLS 1.3 suites with SHA256 unless {@link #withHash} says otherwise
     */
    public static PreSharedKey of(byte[] identity, Secret key) {
        if (key.length() < SHORTEST) {
            key.close();
            throw new IllegalArgumentException("a pre-shared key of " + key.length() + " bytes can be guessed by who"
                    + " listens: at least 16, or insecureShort if the peer has no other (RFC 9257 4.1)");
        }
        return insecureShort(identity, key);
    }

    /**
     * A key of at least 16 bytes, named by text.
     *
     * @param identity its name, sent in the clear as UTF-8 (RFC 4279 5.1)
     * @param key copied; the caller wipes its own
     * @return the same as {@link #of(byte[], Secret)}
     */
    public static PreSharedKey of(String identity, byte[] key) {
        return of(identity.getBytes(StandardCharsets.UTF_8), Secret.of(key.clone()));
    }

    /**
     * A key of any length: whoever listens to one handshake may try every key that is as short.
     *
     * @param identity its name, 1 to 50000 bytes
     * @param key owned by the result, 1 to 65535 bytes
     * @return the key
     */
    public static PreSharedKey insecureShort(byte[] identity, Secret key) {
        return new PreSharedKey(identity, key, "SHA256", Optional.empty());
    }

    /**
     * The same key, bound to another hash: TLS 1.3 uses each key with one hash only (RFC 8446 4.2.11).
     *
     * @param name of the hash, as in suites: SHA256 or SHA384
     * @return takes this one's secret over
     */
    public PreSharedKey withHash(String name) {
        return new PreSharedKey(identity, key, name, context);
    }

    /**
     * The same key, imported before use: one derived key for each hash that is offered (RFC 9258). Both sides have to do
     * so. It is for TLS 1.3 only.
     *
     * @param where what the key was agreed for, sent in the clear, the same on both sides; with the identity at
     *     most 50000 bytes
     * @return takes this one's secret over
     */
    public PreSharedKey imported(byte[] where) {
        return new PreSharedKey(identity, key, hash, Optional.of(where.clone()));
    }

    /**
     * Its name.
     *
     * @return a copy
     */
    public byte[] identity() {
        return identity.clone();
    }

    /**
     * The key.
     *
     * @return owned by this
     */
    public Secret key() {
        return key;
    }

    /**
     * The hash that it is bound to in TLS 1.3.
     *
     * @return as in suites
     */
    public String hash() {
        return hash;
    }

    /**
     * The context of an imported key.
     *
     * @return a copy; empty if the key is used as it is
     */
    public Optional<byte[]> context() {
        return context.map(byte[]::clone);
    }

    /**
     * Whether it is used by way of the importer, so in TLS 1.3 only (RFC 9258 5.1).
     *
     * @return false for a key that is used as it is
     */
    public boolean isImported() {
        return context.isPresent();
    }

    /**
     * An independent copy, to be closed on its own.
     *
     * @return the copy
     */
    public PreSharedKey copy() {
        return new PreSharedKey(identity, key.copy(), hash, context);
    }

    /** Wipes the key. */
    @Override
    public void close() {
        key.close();
    }

    /** The identity and the length of the key: never a byte of it. */
    @Override
    public String toString() {
        return "PreSharedKey[" + IdentityText.of(identity) + ", " + key + (isImported() ? ", imported]" : "]");
    }
}
