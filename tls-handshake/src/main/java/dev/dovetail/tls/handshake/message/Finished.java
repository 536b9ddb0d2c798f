package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.WireReader;

/**
 * Finished of both versions (RFC 8446 4.4.4, RFC 5246 7.4.9).
 *
 * @param verifyData a MAC over the handshake
 */
public record Finished(byte[] verifyData) {

    /**
     * Reads it.
     *
     * @param message the message
     * @param length how long verify_data is
     * @return the value
     */
    public static Finished read(HandshakeMessage message, int length) {
        WireReader in = message.body();
        Finished finished = new Finished(in.bytes("verify_data", length));
        in.done();
        return finished;
    }
}
