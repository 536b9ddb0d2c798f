package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.List;
import java.util.Set;

/** supported_groups (RFC 8446 4.2.7, RFC 8422 5.1.1): numbers of groups, best first. */
public final class SupportedGroupsExtension implements ExtensionCodec<List<Integer>> {

    /** The codec. */
    public static final SupportedGroupsExtension INSTANCE = new SupportedGroupsExtension();

    private SupportedGroupsExtension() {}

    @Override
    public int code() {
        return 10;
    }

    @Override
    public String name() {
        return "supported_groups";
    }

    @Override
    public Set<Site> sites() {
        // RFC 8422 5.1 forbids it in ServerHello; servers are known that send it all the same, so it is read and
        // ignored.
        return Set.of(Site.CLIENT_HELLO, Site.ENCRYPTED_EXTENSIONS, Site.SERVER_HELLO_12);
    }

    @Override
    public void write(Site site, List<Integer> groups, WireWriter out) {
        CodeList.write("named_group_list", groups, out);
    }

    @Override
    public List<Integer> read(Site site, WireReader in) {
        return CodeList.read("named_group_list", "named_group", in);
    }
}
