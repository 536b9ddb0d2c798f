package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The JDK's SHA-256 under another name. */
public final class NeutralHash implements HashAlgorithm {

    /** For the kit. */
    public NeutralHash() {}

    @Override
    public String name() {
        return "KIT_HASH";
    }

    @Override
    public String implementation() {
        return "testkit";
    }

    @Override
    public int length() {
        return 32;
    }

    @Override
    public Hash start() {
        try {
            return new Running(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public Mac hmac() {
        return new NeutralMac();
    }

    private record Running(MessageDigest digest) implements Hash {

        @Override
        public void update(byte[] in, int offset, int length) {
            digest.update(in, offset, length);
        }

        @Override
        public Hash fork() {
            try {
                return new Running((MessageDigest) digest.clone());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
            }
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }
}
