package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** padding (RFC 7685): makes a ClientHello longer. Its value is how many zeros; what a peer put there is not looked at. */
public final class PaddingExtension implements ExtensionCodec<Integer> {

    /** The codec. */
    public static final PaddingExtension INSTANCE = new PaddingExtension();

    private PaddingExtension() {}

    @Override
    public int code() {
        return 21;
    }

    @Override
    public String name() {
        return "padding";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO);
    }

    @Override
    public void write(Site site, Integer length, WireWriter out) {
        out.bytes("padding", new byte[length]);
    }

    @Override
    public Integer read(Site site, WireReader in) {
        // RFC 7685 3: a server may check for zeros. Choice: other bytes harm nobody.
        return in.rest("padding").length;
    }
}
