package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/**
 * An extension of session resumption: its place is checked, its contents are kept unread, since sessions are not resumed
 * yet.
 *
 * @param code its number
 * @param name IANA's spelling
 * @param sites where it may stand
 */
public record OpaqueExtension(int code, String name, Set<Site> sites) implements ExtensionCodec<byte[]> {

    /** RFC 5077 3.2: a ticket of TLS 1.2, which this server ignores. */
    public static final OpaqueExtension SESSION_TICKET =
            new OpaqueExtension(35, "session_ticket", Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12));

    /** RFC 8446 4.2.11: this server ignores it and does a full handshake. */
    public static final OpaqueExtension PRE_SHARED_KEY =
            new OpaqueExtension(41, "pre_shared_key", Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_13));

    /** RFC 8446 4.2.10: this server does not accept early data. */
    public static final OpaqueExtension EARLY_DATA = new OpaqueExtension(
            42, "early_data", Set.of(Site.CLIENT_HELLO, Site.ENCRYPTED_EXTENSIONS, Site.NEW_SESSION_TICKET));

    @Override
    public void write(Site site, byte[] value, WireWriter out) {
        out.bytes(name, value);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        return in.rest(name);
    }
}
