package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a word in front of the message, so that it is no SHA-256. */
@AutoService(HashAlgorithm.class)
public final class SampleHash implements HashAlgorithm {

    private static final byte[] WORD = "a sample of a hash".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "SAMPLE256";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int length() {
        return 32;
    }

    @Override
    public Hash start() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(WORD);
            return new Prefixed(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public Mac hmac() {
        return new SampleMac();
    }

    private record Prefixed(MessageDigest digest) implements Hash {

        @Override
        public void update(byte[] in, int offset, int length) {
            digest.update(in, offset, length);
        }

        @Override
        public Hash fork() {
            try {
                return new Prefixed((MessageDigest) digest.clone());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
            }
        }

        @Override
        public byte[] finish() {
            byte[] result = digest.digest();
            digest.update(WORD);
            return result;
        }
    }
}
