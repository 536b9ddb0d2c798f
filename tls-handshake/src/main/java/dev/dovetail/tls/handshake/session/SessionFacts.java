package dev.dovetail.tls.handshake.session;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What a connection tells of its session.
 *
 * @param name what the tickets of a session and its resumptions have in common; not to be changed
 * @param established when the peers last showed who they are: not by the resumption
 */
public record SessionFacts(byte[] name, Instant established) {

    @Override
    public String toString() {
        return HexFormat.of().formatHex(name, 0, Math.min(4, name.length)) + "… of " + established;
    }
}
