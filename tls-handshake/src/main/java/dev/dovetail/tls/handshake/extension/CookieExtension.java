package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** cookie (RFC 8446 4.2.2): what the server gives with a HelloRetryRequest and wants back. */
public final class CookieExtension implements ExtensionCodec<byte[]> {

    /** The codec. */
    public static final CookieExtension INSTANCE = new CookieExtension();

    private CookieExtension() {}

    @Override
    public int code() {
        return 44;
    }

    @Override
    public String name() {
        return "cookie";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.HELLO_RETRY_REQUEST);
    }

    @Override
    public void write(Site site, byte[] cookie, WireWriter out) {
        out.block("cookie", 2, cookie);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        return in.block("cookie", 2, 1, 0xffff);
    }
}
