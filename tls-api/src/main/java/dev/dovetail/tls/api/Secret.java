package dev.dovetail.tls.api;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Bytes that nobody else may see. It owns its array, wipes it on {@link #close()}, refuses afterwards, and never prints
 * it. Not for use by several threads at once.
 */
public final class Secret implements AutoCloseable {

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes an array over: the caller must not use it again.
     *
     * @param bytes the secret bytes, owned and wiped by the result
     * @return the secret
     */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes);
    }

    /**
     * Copies part of an array; the caller goes on to own, and wipes, the source.
     *
     * @param bytes source, not modified
     * @param offset first byte
     * @param length how many bytes
     * @return the secret
     */
    public static Secret copyOf(byte[] bytes, int offset, int length) {
        return new Secret(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /**
     * How long the secret is.
     *
     * @return bytes
     */
    public int length() {
        return bytes.length;
    }

    /**
     * Lends the bytes to a function that computes something from them.
     *
     * @param use must neither keep nor change the array
     * @param <T> what it computes
     * @return what {@code use} returned
     * @throws IllegalStateException if closed
     */
    public <T> T with(Function<byte[], T> use) {
        refuseIfClosed();
        return use.apply(bytes);
    }

    /**
     * Lends the bytes to an action.
     *
     * @param use must neither keep nor change the array
     * @throws IllegalStateException if closed
     */
    public void use(Consumer<byte[]> use) {
        refuseIfClosed();
        use.accept(bytes);
    }

    /**
     * An independent copy, to be closed on its own.
     *
     * @return the copy
     * @throws IllegalStateException if closed
     */
    public Secret copy() {
        refuseIfClosed();
        return new Secret(bytes.clone());
    }

    /**
     * Compares in time that depends on the lengths only.
     *
     * @param other the bytes to compare with
     * @return true if equal
     * @throws IllegalStateException if closed
     */
    public boolean matches(byte[] other) {
        refuseIfClosed();
        return MessageDigest.isEqual(bytes, other);
    }

    /**
     * Tells whether the secret is gone.
     *
     * @return true after {@link #close()}
     */
    public boolean isClosed() {
        return closed;
    }

    /** Overwrites the bytes with zeros. Closing twice does nothing more. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    /** The length and whether it is open: never a byte of it. */
    @Override
    public String toString() {
        return closed ? "Secret[closed]" : "Secret[" + bytes.length + " bytes]";
    }

    private void refuseIfClosed() {
        if (closed) throw new IllegalStateException("this secret is closed");
    }
}
