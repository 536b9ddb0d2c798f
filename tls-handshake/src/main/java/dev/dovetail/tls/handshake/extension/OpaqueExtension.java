package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/**
 * An extension whose place is checked and whose contents are kept unread, for a ticket is the business of who made it.
 *
 * @param code its number
 * @param name IANA's spelling
 * @param sites where it may stand
 */
public record OpaqueExtension(int code, String name, Set<Site> sites) implements ExtensionCodec<byte[]> {

    /** RFC 5077 3.2: a ticket of TLS 1.2, which this server ignores. */
    public static final OpaqueExtension SESSION_TICKET =
            new OpaqueExtension(35, "session_ticket", Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12));

    @Override
    public void write(Site site, byte[] value, WireWriter out) {
        out.bytes(name, value);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        return in.rest(name);
    }
}
