package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;

/**
 * NewSessionTicket of TLS 1.3 (RFC 8446 4.6.1): checked, and not used yet.
 *
 * @param lifetime seconds; above seven days it is not to be used (RFC 9846 4.6.1)
 * @param ageAdd four bytes
 * @param nonce 0 to 255 bytes
 * @param ticket 1 byte or more
 * @param extensions all of them
 */
public record NewSessionTicket13(long lifetime, long ageAdd, byte[] nonce, byte[] ticket, ExtensionBlock extensions) {

    /**
     * Reads it.
     *
     * @param message the message
     * @param codecs which extensions are known
     * @return the ticket
     */
    public static NewSessionTicket13 read(HandshakeMessage message, Codecs codecs) {
        WireReader in = message.body();
        long lifetime = in.u32("ticket_lifetime");
        long ageAdd = in.u32("ticket_age_add");
        byte[] nonce = in.block("ticket_nonce", 1, 0, 255);
        byte[] ticket = in.block("ticket", 2, 1, 0xffff);
        ExtensionBlock extensions = ExtensionBlock.read(in, Site.NEW_SESSION_TICKET, codecs);
        in.done();
        return new NewSessionTicket13(lifetime, ageAdd, nonce, ticket, extensions);
    }
}
