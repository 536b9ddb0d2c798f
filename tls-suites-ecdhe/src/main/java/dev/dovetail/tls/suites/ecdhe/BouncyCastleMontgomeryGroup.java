package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.security.SecureRandom;
import java.util.Arrays;

/** A curve of RFC 7748 over BouncyCastle's arithmetic, which works on plain arrays in constant time. */
abstract class BouncyCastleMontgomeryGroup extends EllipticCurveGroup {

    BouncyCastleMontgomeryGroup(GroupFacts facts) {
        super(facts);
    }

    /** Fills a private key. */
    abstract void privateKey(SecureRandom random, byte[] key);

    /** Computes the public key of a private one. */
    abstract void publicKey(byte[] key, byte[] share);

    /** Computes the shared secret; false if it is all zeros. */
    abstract boolean agree(byte[] key, byte[] share, byte[] secret);

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    /** Measured 1.3 (agreement) to 4 times (key pairs) as fast as the JDK's. */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        byte[] key = new byte[facts.secretLength()];
        privateKey(random, key);
        return pair(key);
    }

    /** The pair of a private key, which it takes over. */
    final Initiator pair(byte[] key) {
        byte[] share = new byte[facts.shareLength()];
        publicKey(key, share);
        return new Pair(key, share);
    }

    private final class Pair implements Initiator {
        private final byte[] key;
        private final byte[] share;
        private boolean closed;

        Pair(byte[] key, byte[] share) {
            this.key = key;
            this.share = share;
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            if (closed) throw closed();
            refuseWrongLength(responderShare);
            byte[] secret = new byte[facts.secretLength()];
            if (!agree(key, responderShare, secret)) throw smallOrder();
            return Secret.of(secret);
        }

        @Override
        public void close() {
            closed = true;
            Arrays.fill(key, (byte) 0);
        }
    }
}
