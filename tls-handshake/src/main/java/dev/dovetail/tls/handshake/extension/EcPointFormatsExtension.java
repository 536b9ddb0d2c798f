package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** ec_point_formats (RFC 8422 5.1.2): uncompressed has to be in it, and is all that this side ever sends. */
public final class EcPointFormatsExtension implements ExtensionCodec<byte[]> {

    /** The codec. */
    public static final EcPointFormatsExtension INSTANCE = new EcPointFormatsExtension();

    private EcPointFormatsExtension() {}

    /**
     * What this side says.
     *
     * @return uncompressed only
     */
    public static byte[] uncompressedOnly() {
        return new byte[] {0};
    }

    @Override
    public int code() {
        return 11;
    }

    @Override
    public String name() {
        return "ec_point_formats";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12);
    }

    @Override
    public void write(Site site, byte[] formats, WireWriter out) {
        out.block("ec_point_format_list", 1, formats);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        byte[] formats = in.block("ec_point_format_list", 1, 1, 255);
        for (byte format : formats) if (format == 0) return formats;
        throw in.fault(Fault.POINT_FORMATS_BAD, "uncompressed (0) is not in it");
    }
}
