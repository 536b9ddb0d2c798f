package dev.dovetail.tls.sessions;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Bytes as a key of a map. They can come from a peer, who may choose them so that their hashes collide: names are
 * ordered, so that a map keeps those in a tree.
 */
final class Name implements Comparable<Name> {

    private static final int HASHED_FROM = 32;

    private final byte[] bytes;
    private final int hash;

    private Name(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** A name of a copy of these bytes. */
    static Name of(byte[] bytes) {
        return new Name(bytes.clone());
    }

    /** A name of at most 32 bytes: longer ones are hashed, so that each costs the same. */
    static Name bounded(byte[] bytes) {
        if (bytes.length < HASHED_FROM) return of(bytes);
        try {
            return new Name(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    int length() {
        return bytes.length;
    }

    @Override
    public int compareTo(Name other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && Arrays.equals(bytes, name.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
