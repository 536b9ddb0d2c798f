package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.psk.PreSharedKey;

/**
 * What a client's key exchange made: the message and the secret.
 *
 * @param message the body of ClientKeyExchange
 * @param secret the premaster secret
 */
public record Premaster12(byte[] message, Secret secret) implements AutoCloseable {

    /**
     * The client's side; slow.
     *
     * @param exchange has read the server's parameters
     * @return to be closed
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#SHARE_ILLEGAL} if the server's share can't be used
     */
    public static Premaster12 write(KeyExchange.Client exchange) {
        WireWriter out = WireWriter.of("ClientKeyExchange");
        Secret secret = write(exchange, out);
        return new Premaster12(out.toBytes(), secret);
    }

    private static Secret write(KeyExchange.Client exchange, WireWriter out) {
        try {
            return exchange.premaster(out);
        } catch (IllegalShareException e) {
            throw Fault.SHARE_ILLEGAL
                    .because("ServerKeyExchange: %s", e.getMessage())
                    .causedBy(e);
        }
    }

    /**
     * The client's side of a PSK suite: the key's name stands in front, the key goes into the secret (RFC 4279 2); slow.
     *
     * @param kind the suite's key exchange
     * @param exchange has read the server's parameters
     * @param key closed here
     * @return to be closed
     */
    public static Premaster12 write(KeyExchange kind, KeyExchange.Client exchange, PreSharedKey key) {
        try (key) {
            WireWriter out = WireWriter.of("ClientKeyExchange");
            out.block("psk_identity", 2, key.identity());
            Secret joined =
                    PskPremaster12.joined(kind, write(exchange, out), key.key().copy());
            return new Premaster12(out.toBytes(), joined);
        }
    }

    /**
     * The server's side; slow.
     *
     * @param exchange has written its parameters
     * @param in the body of ClientKeyExchange
     * @return the caller closes it
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#SHARE_ILLEGAL} if the client's share can't be used
     */
    public static Secret read(KeyExchange.Server exchange, WireReader in) {
        try {
            Secret secret = exchange.premaster(in);
            refuseTrailing(in, secret);
            return secret;
        } catch (IllegalShareException e) {
            throw in.fault(Fault.SHARE_ILLEGAL, "%s", e.getMessage()).causedBy(e);
        }
    }

    /** Forgets the secret. */
    @Override
    public void close() {
        secret.close();
    }

    private static void refuseTrailing(WireReader in, Secret secret) {
        try {
            in.done();
        } catch (RuntimeException e) {
            secret.close();
            throw e;
        }
    }
}
