package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** application_layer_protocol_negotiation (RFC 7301 3.1). Names are bytes; each char of a name is one byte. */
public final class ApplicationProtocolExtension implements ExtensionCodec<List<String>> {

    /** The codec. */
    public static final ApplicationProtocolExtension INSTANCE = new ApplicationProtocolExtension();

    private ApplicationProtocolExtension() {}

    @Override
    public int code() {
        return 16;
    }

    @Override
    public String name() {
        return "application_layer_protocol_negotiation";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, List<String> protocols, WireWriter out) {
        try (WireWriter.Block list = out.open("protocol_name_list", 2)) {
            for (String protocol : protocols) {
                out.block("protocol_name", 1, protocol.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Override
    public List<String> read(Site site, WireReader in) {
        WireReader list = in.nested("protocol_name_list", 2, 2, 0xffff);
        List<String> protocols = new ArrayList<>();
        while (list.hasMore()) {
            protocols.add(new String(list.block("protocol_name", 1, 1, 255), StandardCharsets.ISO_8859_1));
        }
        if (site != Site.CLIENT_HELLO && protocols.size() != 1) {
            throw in.fault(Fault.DECODE_ERROR, "the answer names %d protocols instead of one", protocols.size());
        }
        return List.copyOf(protocols);
    }
}
