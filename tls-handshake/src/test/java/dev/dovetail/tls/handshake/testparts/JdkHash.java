package dev.dovetail.tls.handshake.testparts;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * The JDK's hashes.
 *
 * @param name the suites' name, for example {@code SHA256}
 * @param algorithm the JDK's name
 * @param length bytes of a result
 */
public record JdkHash(String name, String algorithm, int length) implements HashAlgorithm {

    public static JdkHash sha256() {
        return new JdkHash("SHA256", "SHA-256", 32);
    }

    public static JdkHash sha384() {
        return new JdkHash("SHA384", "SHA-384", 48);
    }

    public static JdkHash sha512() {
        return new JdkHash("SHA512", "SHA-512", 64);
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public Mac hmac() {
        return new JdkMac("HMAC_" + name, "Hmac" + name, length, length > 32 ? 128 : 64);
    }

    @Override
    public Hash start() {
        try {
            return new Running(MessageDigest.getInstance(algorithm));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
            } catch (CloneNotSupportedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }
}
