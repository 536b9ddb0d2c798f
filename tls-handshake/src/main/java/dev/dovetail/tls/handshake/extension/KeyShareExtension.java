package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** key_share (RFC 8446 4.2.8): the client's shares, the server's one share, or the group that a retry asks for. */
public final class KeyShareExtension implements ExtensionCodec<List<KeyShare>> {

    /** The codec. */
    public static final KeyShareExtension INSTANCE = new KeyShareExtension();

    private KeyShareExtension() {}

    @Override
    public int code() {
        return 51;
    }

    @Override
    public String name() {
        return "key_share";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_13, Site.HELLO_RETRY_REQUEST);
    }

    @Override
    public void write(Site site, List<KeyShare> shares, WireWriter out) {
        switch (site) {
            case CLIENT_HELLO -> {
                try (WireWriter.Block list = out.open("client_shares", 2)) {
                    for (KeyShare share : shares) writeOne(share, out);
                }
            }
            case HELLO_RETRY_REQUEST -> out.u16("selected_group", shares.get(0).group());
            default -> writeOne(shares.get(0), out);
        }
    }

    @Override
    public List<KeyShare> read(Site site, WireReader in) {
        return switch (site) {
            case CLIENT_HELLO -> readList(in);
            case HELLO_RETRY_REQUEST -> List.of(new KeyShare(in.u16("selected_group"), new byte[0]));
            default -> List.of(readOne(in));
        };
    }

    private static List<KeyShare> readList(WireReader in) {
        WireReader list = in.nested("client_shares", 2, 0, 0xffff);
        List<KeyShare> shares = new ArrayList<>();
        Set<Integer> seen = new java.util.HashSet<>();
        while (list.hasMore()) {
            KeyShare share = readOne(list);
            if (!seen.add(share.group())) {
                throw list.fault(Fault.KEY_SHARE_BAD, "two shares for group 0x%04x", share.group());
            }
            shares.add(share);
        }
        return List.copyOf(shares);
    }

    private static void writeOne(KeyShare share, WireWriter out) {
        out.u16("group", share.group());
        out.block("key_exchange", 2, share.share());
    }

    private static KeyShare readOne(WireReader in) {
        return new KeyShare(in.u16("group"), in.block("key_exchange", 2, 1, 0xffff));
    }
}
