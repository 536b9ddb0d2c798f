package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import java.util.OptionalLong;

/**
 * NewSessionTicket of TLS 1.3 (RFC 8446 4.6.1).
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

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u32("ticket_lifetime", lifetime);
        out.u32("ticket_age_add", ageAdd);
        out.block("ticket_nonce", 1, nonce);
        out.block("ticket", 2, ticket);
        extensions.write(Site.NEW_SESSION_TICKET, out);
    }

    /**
     * How much early data it allows.
     *
     * @return bytes, 0 for none
     */
    public long mostEarlyData() {
        return extensions
                .find(EarlyDataExtension.INSTANCE)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }
}
