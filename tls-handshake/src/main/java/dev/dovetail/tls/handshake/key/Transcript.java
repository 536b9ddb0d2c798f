package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.message.HandshakeType;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The hash over all handshake messages (RFC 8446 4.4.1, RFC 5246 7.4.9). Before the hash is known the messages are kept.
 */
public final class Transcript {

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable HashAlgorithm algorithm;
    private HashAlgorithm.@Nullable Hash hash;

    /** An empty transcript. */
    public Transcript() {}

    /**
     * Adds a message.
     *
     * @param message header and body
     */
    public void add(byte[] message) {
        if (hash == null) waiting.writeBytes(message);
        else hash.update(message, 0, message.length);
    }

    /**
     * Settles the hash, once; the messages so far go into it.
     *
     * @param chosen the suite's hash
     */
    public void use(HashAlgorithm chosen) {
        if (hash != null) return;
        algorithm = chosen;
        hash = chosen.start();
        byte[] kept = waiting.toByteArray();
        hash.update(kept, 0, kept.length);
        waiting.reset();
    }

    /**
     * Replaces the first ClientHello by its hash: what a HelloRetryRequest does (RFC 8446 4.4.1). To be called before the
     * HelloRetryRequest itself is added.
     */
    public void replaceByMessageHash() {
        byte[] digest = hash();
        hash = chosen().start();
        byte[] header = {(byte) HandshakeType.MESSAGE_HASH, 0, 0, (byte) digest.length};
        hash.update(header, 0, header.length);
        hash.update(digest, 0, digest.length);
    }

    /**
     * The hash of all messages so far.
     *
     * @return the hash's length in bytes, the caller's
     */
    public byte[] hash() {
        if (hash == null) throw new IllegalStateException("the transcript's hash is not settled");
        return hash.fork().finish();
    }

    /**
     * The hash algorithm.
     *
     * @return the suite's
     */
    public HashAlgorithm chosen() {
        if (algorithm == null) throw new IllegalStateException("the transcript's hash is not settled");
        return algorithm;
    }
}
