package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/**
 * Any hash of the JCA, also those that no plug-in brings: what is derived must not depend on which hashes there are.
 *
 * @param name the JCA's
 * @param hmacName the JCA's
 */
record JcaHash(String name, String hmacName) implements HashAlgorithm {

    @Override
    public int length() {
        return digest().getDigestLength();
    }

    @Override
    public Hash start() {
        return new Running(digest());
    }

    @Override
    public Mac hmac() {
        return new Hmac(hmacName, length());
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.available();
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
                throw new AssertionError(e);
            }
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }

    private record Hmac(String name, int length) implements Mac {

        @Override
        public int keyLength() {
            return length;
        }

        @Override
        public int blockLength() {
            throw new AssertionError("for the record layer only");
        }

        @Override
        public int minimumPadding() {
            throw new AssertionError("for the record layer only");
        }

        @Override
        public Keyed keyed(Secret key) {
            try {
                javax.crypto.Mac mac = javax.crypto.Mac.getInstance(name);
                // The JCA takes no empty key; HMAC pads a key with zeros, so one zero is the same key (RFC 2104 2).
                byte[] bytes = key.with(secret -> secret.length == 0 ? new byte[1] : secret.clone());
                mac.init(new SecretKeySpec(bytes, name));
                return new Working(mac);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String implementation() {
            return "test";
        }

        @Override
        public int priority() {
            return 0;
        }

        @Override
        public Availability availability() {
            return Availability.available();
        }
    }

    private record Working(javax.crypto.Mac mac) implements Mac.Keyed {

        @Override
        public void update(byte[] in, int offset, int length) {
            mac.update(in, offset, length);
        }

        @Override
        public void finish(byte[] out, int offset) {
            try {
                mac.doFinal(out, offset);
            } catch (ShortBufferException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {}
    }
}
