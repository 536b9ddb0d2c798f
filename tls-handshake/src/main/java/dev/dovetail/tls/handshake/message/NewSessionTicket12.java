package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;

/**
 * NewSessionTicket of TLS 1.2 (RFC 5077 3.3).
 *
 * @param lifetimeHint seconds; 0 if the server does not say
 * @param ticket may be empty: then there is none after all
 */
public record NewSessionTicket12(long lifetimeHint, byte[] ticket) {

    /**
     * Reads it.
     *
     * @param message the message
     * @return the ticket
     */
    public static NewSessionTicket12 read(HandshakeMessage message) {
        WireReader in = message.body();
        NewSessionTicket12 read =
                new NewSessionTicket12(in.u32("ticket_lifetime_hint"), in.block("ticket", 2, 0, 0xffff));
        in.done();
        return read;
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u32("ticket_lifetime_hint", lifetimeHint);
        out.block("ticket", 2, ticket);
    }
}
