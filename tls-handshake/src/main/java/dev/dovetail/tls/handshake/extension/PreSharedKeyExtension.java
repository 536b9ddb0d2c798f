package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Identity;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Offered;
import dev.dovetail.tls.handshake.extension.PskNegotiation.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** pre_shared_key (RFC 8446 4.2.11): its form is checked. */
public final class PreSharedKeyExtension implements ExtensionCodec<PskNegotiation> {

    /** The codec. */
    public static final PreSharedKeyExtension INSTANCE = new PreSharedKeyExtension();

    // The least that one identity and one binder take, with the lengths in front of them.
    private static final int SHORTEST_IDENTITIES = 7;
    private static final int SHORTEST_BINDERS = 33;

    private PreSharedKeyExtension() {}

    @Override
    public int code() {
        return 41;
    }

    @Override
    public String name() {
        return "pre_shared_key";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_13);
    }

    @Override
    public void write(Site site, PskNegotiation value, WireWriter out) {
        if (value instanceof Selected selected) {
            out.u16("selected_identity", selected.identity());
        } else if (value instanceof Offered offered) {
            write(offered, out);
        }
    }

    @Override
    public PskNegotiation read(Site site, WireReader in) {
        return site == Site.CLIENT_HELLO ? readOffered(in) : new Selected(in.u16("selected_identity"));
    }

    private static void write(Offered offered, WireWriter out) {
        try (WireWriter.Block list = out.open("identities", 2)) {
            for (Identity one : offered.identities()) {
                out.block("identity", 2, one.identity());
                out.u32("obfuscated_ticket_age", one.obfuscatedTicketAge());
            }
        }
        try (WireWriter.Block list = out.open("binders", 2)) {
            for (byte[] binder : offered.binders()) out.block("binder", 1, binder);
        }
    }

    private static Offered readOffered(WireReader in) {
        List<Identity> identities = new ArrayList<>();
        WireReader names = in.nested("identities", 2, SHORTEST_IDENTITIES, 0xffff);
        while (names.hasMore()) {
            byte[] identity = names.block("identity", 2, 1, 0xffff);
            identities.add(new Identity(identity, names.u32("obfuscated_ticket_age")));
        }
        List<byte[]> binders = new ArrayList<>();
        WireReader proofs = in.nested("binders", 2, SHORTEST_BINDERS, 0xffff);
        while (proofs.hasMore()) binders.add(proofs.block("binder", 1, 32, 255));
        if (identities.size() != binders.size()) {
            throw in.fault(Fault.PRE_SHARED_KEY_BAD, "%d binders for %d identities", binders.size(), identities.size());
        }
        return new Offered(List.copyOf(identities), List.copyOf(binders));
    }
}
