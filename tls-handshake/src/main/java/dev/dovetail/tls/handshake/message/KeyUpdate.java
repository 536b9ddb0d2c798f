package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;

/**
 * KeyUpdate (RFC 8446 4.6.3).
 *
 * @param requested whether the peer is to change its keys too
 */
public record KeyUpdate(boolean requested) {

    /**
     * Reads it.
     *
     * @param message the message
     * @return the value
     */
    public static KeyUpdate read(HandshakeMessage message) {
        WireReader in = message.body();
        int value = in.u8("request_update");
        in.done();
        if (value > 1) throw in.fault(Fault.KEY_UPDATE_BAD, "request_update is %d", value);
        return new KeyUpdate(value == 1);
    }

    /**
     * Writes the body.
     *
     * @param out takes it
     */
    public void write(WireWriter out) {
        out.u8("request_update", requested ? 1 : 0);
    }
}
