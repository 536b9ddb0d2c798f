package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The two sides of one key exchange as the core of TLS 1.2 would run them.
 *
 * @param exchange the exchange
 * @param group the group that the server chose
 * @param offered the groups that the client offered
 * @param keys the keys of the server's certificate
 */
record Exchange(KeyExchange exchange, Optional<NamedGroup> group, List<NamedGroup> offered, Optional<KeyPair> keys) {

    private static final SecureRandom RANDOM = new SecureRandom();

    KeyExchange.Server server() {
        return exchange.server(new ServerView());
    }

    KeyExchange.Client client() {
        return exchange.client(new ClientView());
    }

    /** The parameters of ServerKeyExchange; empty where the message is not sent. */
    byte[] params(KeyExchange.Server server) throws IllegalShareException {
        if (exchange.params() == KeyExchange.Params.NONE) return new byte[0];
        WireWriter out = WireWriter.of("ServerKeyExchange");
        server.writeParams(out);
        return out.toBytes();
    }

    static void readParams(KeyExchange.Client client, byte[] params) throws IllegalShareException {
        if (params.length == 0) return;
        WireReader in = WireReader.of(params, "ServerKeyExchange");
        client.readParams(in);
        in.done();
    }

    /** ClientKeyExchange, with the secret that the client computed. */
    static Sent send(KeyExchange.Client client) throws IllegalShareException {
        WireWriter out = WireWriter.of("ClientKeyExchange");
        Secret secret = client.premaster(out);
        return new Sent(out.toBytes(), secret);
    }

    /** How long ClientKeyExchange is. */
    int lengthOfMessage() throws IllegalShareException {
        try (KeyExchange.Server server = server();
                KeyExchange.Client client = client()) {
            readParams(client, params(server));
            try (Sent sent = send(client)) {
                return sent.message().length;
            }
        }
    }

    static Secret receive(KeyExchange.Server server, byte[] message) throws IllegalShareException {
        WireReader in = WireReader.of(message, "ClientKeyExchange");
        Secret secret = server.premaster(in);
        if (in.hasMore()) {
            secret.close();
            in.done();
        }
        return secret;
    }

    /**
     * What the client sent.
     *
     * @param message the body of ClientKeyExchange
     * @param secret the client's premaster secret
     */
    record Sent(byte[] message, Secret secret) implements AutoCloseable {

        boolean agreesWith(Secret other) {
            return other.with(bytes -> secret.matches(bytes));
        }

        @Override
        public void close() {
            secret.close();
        }
    }

    private final class ServerView implements KeyExchange.ServerContext {

        @Override
        public SecureRandom random() {
            return RANDOM;
        }

        @Override
        public int offeredVersion() {
            return ProtocolVersion.TLS_1_2.code();
        }

        @Override
        public Optional<NamedGroup> group() {
            return group;
        }

        @Override
        public Optional<PrivateKey> privateKey() {
            return keys.map(KeyPair::getPrivate);
        }
    }

    private final class ClientView implements KeyExchange.ClientContext {

        @Override
        public SecureRandom random() {
            return RANDOM;
        }

        @Override
        public int offeredVersion() {
            return ProtocolVersion.TLS_1_2.code();
        }

        @Override
        public List<NamedGroup> groups() {
            return offered;
        }

        @Override
        public Optional<PublicKey> peerKey() {
            return keys.map(KeyPair::getPublic);
        }
    }
}
