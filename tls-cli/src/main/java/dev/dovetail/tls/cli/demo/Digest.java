package dev.dovetail.tls.cli.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256: how the receiver proves that it has what the sender sent. */
final class Digest {

    static final int LENGTH = 32;

    private Digest() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
