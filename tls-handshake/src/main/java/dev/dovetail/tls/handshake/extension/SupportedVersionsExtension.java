package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** supported_versions (RFC 8446 4.2.1): a list from the client, a single version from the server. */
public final class SupportedVersionsExtension implements ExtensionCodec<List<Integer>> {

    /** The codec. */
    public static final SupportedVersionsExtension INSTANCE = new SupportedVersionsExtension();

    private SupportedVersionsExtension() {}

    @Override
    public int code() {
        return 43;
    }

    @Override
    public String name() {
        return "supported_versions";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_13, Site.HELLO_RETRY_REQUEST);
    }

    @Override
    public void write(Site site, List<Integer> versions, WireWriter out) {
        if (site != Site.CLIENT_HELLO) {
            out.u16("selected_version", versions.get(0));
            return;
        }
        try (WireWriter.Block list = out.open("versions", 1)) {
            for (int version : versions) out.u16("version", version);
        }
    }

    @Override
    public List<Integer> read(Site site, WireReader in) {
        if (site != Site.CLIENT_HELLO) return List.of(in.u16("selected_version"));
        WireReader list = in.nested("versions", 1, 2, 254);
        List<Integer> versions = new ArrayList<>();
        while (list.hasMore()) versions.add(list.u16("version"));
        return List.copyOf(versions);
    }
}
