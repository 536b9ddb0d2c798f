package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.message.HandshakeType;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The hash over all handshake messages (RFC 8446 4.4.1, RFC 5246 7.4.9). Before the hash is known the messages are kept.
 */
public final class Transcript {

    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private @Nullable HashAlgorithm algorithm;
    private HashAlgorithm.@Nullable Hash hash;
    private boolean kept;

    /** An empty transcript. */
    public Transcript() {}

    /**
     * Adds a message.
     *
     * @param message header and body
     */
    public void add(byte[] message) {
        if (hash == null || kept) waiting.writeBytes(message);
        if (hash != null) hash.update(message, 0, message.length);
    }

    /**
     * Keeps the messages themselves from now on: TLS 1.2 signs them, not their hash (RFC 5246 7.4.8). To be called before
     * {@link #use}, so that none is missing.
     *
     * @throws IllegalStateException if the hash is settled already
     */
    public void keepMessages() {
        if (hash != null) throw new IllegalStateException("the messages so far are gone");
        kept = true;
    }

    /**
     * All messages so far.
     *
     * @return a copy
     * @throws IllegalStateException unless they were kept
     */
    public byte[] messages() {
        if (!kept) throw new IllegalStateException("the messages were not kept");
        return waiting.toByteArray();
    }

    /** Keeps the hash only: no CertificateVerify can follow any more. */
    public void dropMessages() {
        kept = false;
        if (hash != null) waiting = new ByteArrayOutputStream();
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
        byte[] before = waiting.toByteArray();
        hash.update(before, 0, before.length);
        if (!kept) waiting = new ByteArrayOutputStream();
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
     * A hash that goes on behind the messages so far: for a ClientHello that counts only in part (RFC 8446 4.2.11.2).
     *
     * @param wanted the algorithm; the suite's if that is settled
     * @return the caller's
     */
    public HashAlgorithm.Hash fork(HashAlgorithm wanted) {
        if (hash != null) {
            if (wanted != algorithm)
                throw new IllegalStateException("the transcript's hash is another: " + wanted.name());
            return hash.fork();
        }
        HashAlgorithm.Hash fresh = wanted.start();
        byte[] before = waiting.toByteArray();
        fresh.update(before, 0, before.length);
        return fresh;
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
