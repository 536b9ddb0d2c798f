package org.example.sha512t256;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-512/256 (FIPS 180-4 5.3.6.2): faster than SHA-256 where no instruction helps, and as short. */
@AutoService(HashAlgorithm.class)
public final class Sha512t256 implements HashAlgorithm {

    @Override
    public String name() {
        return "SHA512_256";
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
            return new Running(MessageDigest.getInstance("SHA-512/256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has SHA-512/256", e);
        }
    }

    @Override
    public Mac hmac() {
        return new HmacSha512t256();
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
                throw new IllegalStateException("the JDK's SHA-512/256 can be copied", e);
            }
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }
}
