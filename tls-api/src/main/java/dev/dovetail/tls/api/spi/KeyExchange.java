package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * How TLS 1.2 agrees on the premaster secret (RFC 5246 7.4.3 and 7.4.7). It reads and writes the parameters only; the
 * core signs and verifies them, once for all exchanges. What a peer does wrong is a {@link dev.dovetail.tls.api.TlsFault};
 * an {@link IllegalShareException} may be thrown through.
 */
public interface KeyExchange extends Part {

    /** Whether the server sends ServerKeyExchange. */
    enum Params {
        /** Never. */
        NONE,
        /** It may, for example a PSK identity hint. */
        OPTIONAL,
        /** Always. */
        REQUIRED
    }

    /**
     * Whether the server sends ServerKeyExchange.
     *
     * @return the rule
     */
    Params params();

    /**
     * The kind of groups that this exchange negotiates.
     *
     * @return a kind, or empty if it needs no group
     */
    default Optional<NamedGroup.Kind> groups() {
        return Optional.empty();
    }

    /**
     * Tells whether a server's certificate can be used with this exchange, beyond what its signature scheme asks for.
     *
     * @param key the key of the server's certificate
     * @return true unless the exchange itself uses that key
     */
    default boolean fits(PublicKey key) {
        return true;
    }

    /**
     * Whether the exchange itself uses the certificate's key to decrypt (RSA): the certificate must then allow
     * keyEncipherment instead of digitalSignature (RFC 5246 7.4.2).
     *
     * @return false unless it does
     */
    default boolean decrypts() {
        return false;
    }

    /**
     * Whether the two sides agree on a secret here. An exchange that leaves all to a pre-shared key agrees on none: its
     * premaster secret is empty, and it serves suites with {@link dev.dovetail.tls.api.Authentication#preShared()} only.
     *
     * @return true unless it is empty
     */
    default boolean agreesOnSecret() {
        return true;
    }

    /**
     * Begins the server's side.
     *
     * @param context what the core lends
     * @return for one handshake; the caller closes it
     */
    Server server(ServerContext context);

    /**
     * Begins the client's side.
     *
     * @param context what the core lends
     * @return for one handshake; the caller closes it
     */
    Client client(ClientContext context);

    /** The server's side of one handshake. */
    interface Server extends AutoCloseable {

        /**
         * Writes the parameters of ServerKeyExchange, without their signature. Called only where {@link #params()} is not
         * {@link Params#NONE}. May be slow.
         *
         * @param out takes the parameters; nothing written means that the message is left out, if that is allowed
         * @throws IllegalShareException never for the peer's doing, here for symmetry
         */
        void writeParams(WireWriter out) throws IllegalShareException;

        /**
         * Reads ClientKeyExchange. May be slow.
         *
         * @param in the body of the message; the core checks that all was read
         * @return the premaster secret; the caller closes it
         * @throws IllegalShareException if the client's share can't be used
         */
        Secret premaster(WireReader in) throws IllegalShareException;

        /** Forgets what is secret. */
        @Override
        void close();
    }

    /** The client's side of one handshake. */
    interface Client extends AutoCloseable {

        /**
         * Reads the parameters of ServerKeyExchange, without their signature. Called only if the message came.
         *
         * @param in the body of the message; stops behind the parameters
         * @throws IllegalShareException if the server's share can't be used
         */
        void readParams(WireReader in) throws IllegalShareException;

        /**
         * Writes ClientKeyExchange. May be slow.
         *
         * @param out takes the body of the message
         * @return the premaster secret; the caller closes it
         * @throws IllegalShareException if the server's share can't be used
         */
        Secret premaster(WireWriter out) throws IllegalShareException;

        /**
         * The group that was used.
         *
         * @return empty before {@link #readParams} and where there is none
         */
        default Optional<NamedGroup> group() {
            return Optional.empty();
        }

        /** Forgets what is secret. */
        @Override
        void close();
    }

    /** What the core lends to the server's side. */
    interface ServerContext {

        /**
         * Source of fresh randomness.
         *
         * @return the source
         */
        SecureRandom random();

        /**
         * The version in the ClientHello, which RSA's premaster repeats (RFC 5246 7.4.7.1).
         *
         * @return two bytes
         */
        int offeredVersion();

        /**
         * The group that was negotiated.
         *
         * @return present if {@link KeyExchange#groups()} is
         */
        Optional<NamedGroup> group();

        /**
         * The private key of the server's certificate.
         *
         * @return empty where the suite has no certificate
         */
        Optional<PrivateKey> privateKey();
    }

    /** What the core lends to the client's side. */
    interface ClientContext {

        /**
         * Source of fresh randomness.
         *
         * @return the source
         */
        SecureRandom random();

        /**
         * The version in the ClientHello, which RSA's premaster repeats (RFC 5246 7.4.7.1).
         *
         * @return two bytes
         */
        int offeredVersion();

        /**
         * The groups that were offered, of the kind that the exchange asks for.
         *
         * @return in our order
         */
        List<NamedGroup> groups();

        /**
         * The key of the server's certificate.
         *
         * @return empty where the suite has no certificate
         */
        Optional<PublicKey> peerKey();
    }
}
