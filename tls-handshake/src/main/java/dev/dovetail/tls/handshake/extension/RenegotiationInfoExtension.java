package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** renegotiation_info (RFC 5746 3.2): empty in a first handshake, which is the only one that happens here. */
public final class RenegotiationInfoExtension implements ExtensionCodec<byte[]> {

    /** The codec. */
    public static final RenegotiationInfoExtension INSTANCE = new RenegotiationInfoExtension();

    private RenegotiationInfoExtension() {}

    @Override
    public int code() {
        return 0xff01;
    }

    @Override
    public String name() {
        return "renegotiation_info";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12);
    }

    @Override
    public void write(Site site, byte[] value, WireWriter out) {
        out.block("renegotiated_connection", 1, value);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        return in.block("renegotiated_connection", 1, 0, 255);
    }
}
