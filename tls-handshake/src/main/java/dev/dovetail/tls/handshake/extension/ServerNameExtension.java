package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** server_name (RFC 6066 3): the host that the client asks for; the server's answer is empty. */
public final class ServerNameExtension implements ExtensionCodec<Optional<String>> {

    /** The codec. */
    public static final ServerNameExtension INSTANCE = new ServerNameExtension();

    private static final int HOST_NAME = 0;

    private ServerNameExtension() {}

    @Override
    public int code() {
        return 0;
    }

    @Override
    public String name() {
        return "server_name";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, Optional<String> host, WireWriter out) {
        if (site != Site.CLIENT_HELLO) return;
        try (WireWriter.Block list = out.open("server_name_list", 2)) {
            out.u8("name_type", HOST_NAME);
            out.block("host_name", 2, host.orElseThrow().getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public Optional<String> read(Site site, WireReader in) {
        if (site != Site.CLIENT_HELLO) return Optional.empty();
        WireReader list = in.nested("server_name_list", 2, 1, 0xffff);
        Optional<String> host = Optional.empty();
        while (list.hasMore()) {
            int type = list.u8("name_type");
            byte[] name = list.block("host_name", 2, 1, 0xffff);
            if (type != HOST_NAME) continue;
            if (host.isPresent()) throw list.fault(Fault.DECODE_ERROR, "two names of type host_name");
            host = Optional.of(ascii(name, list));
        }
        return host;
    }

    private static String ascii(byte[] name, WireReader in) {
        for (byte b : name) {
            // RFC 6066 3: ASCII. A zero byte or a control character would be an attack on whoever prints or compares
            // it.
            if (b <= ' ' || b == 0x7f) throw in.fault(Fault.DECODE_ERROR, "host_name has the byte %d", b & 0xff);
        }
        return new String(name, StandardCharsets.US_ASCII);
    }
}
