package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Set;

/**
 * A way for two sides to agree on a secret, in the shape of a KEM, so that X25519, P-256, ffdhe2048 and ML-KEM are one
 * interface. In TLS 1.2 the server is the initiator, in TLS 1.3 the client.
 */
public interface NamedGroup extends Part {

    /** What a group is made of: TLS 1.2's key exchanges ask for one kind. */
    enum Kind {
        /** RFC 8422: ECDHE. */
        ELLIPTIC_CURVE,
        /** RFC 7919: DHE. */
        FINITE_FIELD,
        /** A key encapsulation, or a hybrid: TLS 1.3 only. */
        KEM
    }

    /**
     * The number in supported_groups.
     *
     * @return 0 to 0xffff
     */
    int code();

    /**
     * What it is made of.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Where it may be negotiated.
     *
     * @return versions
     */
    Set<ProtocolVersion> versions();

    /**
     * What to know before enabling it.
     *
     * @return traits
     */
    Set<Trait> traits();

    /**
     * Where this group stands among the defaults: higher comes first.
     *
     * @return 0 unless there is a reason
     */
    default int preference() {
        return 0;
    }

    /**
     * Tells whether a certificate's key lies in this group: a TLS 1.2 client that lists its groups thereby says which
     * curves it can verify on (RFC 8422 5.1).
     *
     * @param key the key of a certificate
     * @return true if its parameters are those of this group; false, the default, if no certificate has such keys
     */
    default boolean holds(PublicKey key) {
        return false;
    }

    /**
     * Tells whether a TLS 1.2 client that lists no groups can be taken to have this one: RFC 8422 4 lets the server
     * choose any then.
     *
     * @return true only for a group that everybody has; false by default
     */
    default boolean assumed() {
        return false;
    }

    /**
     * The length of the initiator's share on the wire.
     *
     * @return bytes
     */
    int initiatorShareLength();

    /**
     * The length of the responder's share on the wire.
     *
     * @return bytes
     */
    int responderShareLength();

    /**
     * Makes a fresh key pair for the side that speaks first. May be slow; never blocks on I/O.
     *
     * @param random source of fresh randomness
     * @return the pair; the caller closes it
     */
    Initiator generate(SecureRandom random);

    /**
     * Turns the peer's share into a shared secret and the share to send back. For Diffie-Hellman this makes a fresh key
     * pair; for a KEM it encapsulates. May be slow; never blocks on I/O.
     *
     * @param initiatorShare the peer's share, not modified; exactly {@link #initiatorShareLength()} bytes
     * @param random source of fresh randomness
     * @return our share and the secret; the caller closes the secret
     * @throws IllegalShareException if the share has the wrong length, is not on the curve, or is of small order (RFC
     *     8446 4.2.8.2, RFC 7748 6.1)
     */
    Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException;

    /** A fresh key pair of the side that speaks first. For one thread at a time. */
    interface Initiator extends AutoCloseable {

        /**
         * What goes to the peer.
         *
         * @return a copy, {@link NamedGroup#initiatorShareLength()} bytes
         */
        byte[] share();

        /**
         * Turns the peer's answer into the shared secret.
         *
         * @param responderShare the peer's share, not modified; exactly {@link NamedGroup#responderShareLength()} bytes
         * @return the secret; the caller closes it
         * @throws IllegalShareException if the share can't be used
         */
        Secret decapsulate(byte[] responderShare) throws IllegalShareException;

        /** Forgets the private key. */
        @Override
        void close();
    }

    /**
     * The responder's result.
     *
     * @param share what goes to the initiator, {@link NamedGroup#responderShareLength()} bytes, the caller's
     * @param secret the shared secret; the caller closes it
     */
    record Encapsulated(byte[] share, Secret secret) implements AutoCloseable {

        /** Closes the secret. */
        @Override
        public void close() {
            secret.close();
        }
    }
}
