package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;

/**
 * A server that gives the recorded ticket in place of its own: nobody else can seal what the recorded server sealed, and
 * that one's nonces have two bytes where ours have one. Lifetime, age_add and early data are ours.
 *
 * @param recorded the recorded message
 */
record TicketScript(NewSessionTicket13 recorded) implements Script {

    @Override
    public byte[] body(int type, byte[] own) {
        if (type != HandshakeType.NEW_SESSION_TICKET) return own;
        HandshakeMessage message = new HandshakeMessage(HandshakeMessage.withHeader(type, own), null);
        NewSessionTicket13 ours = NewSessionTicket13.read(message, Cast.CODECS);
        WireWriter out = WireWriter.of("NewSessionTicket");
        new NewSessionTicket13(ours.lifetime(), ours.ageAdd(), recorded.nonce(), recorded.ticket(), ours.extensions())
                .write(out);
        return out.toBytes();
    }
}
