package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.OptionalLong;
import java.util.Set;

/**
 * early_data (RFC 8446 4.2.10): in a ticket how many bytes the server would take, else that it is there is all that it
 * says.
 */
public final class EarlyDataExtension implements ExtensionCodec<OptionalLong> {

    /** The codec. */
    public static final EarlyDataExtension INSTANCE = new EarlyDataExtension();

    private EarlyDataExtension() {}

    @Override
    public int code() {
        return 42;
    }

    @Override
    public String name() {
        return "early_data";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.ENCRYPTED_EXTENSIONS, Site.NEW_SESSION_TICKET);
    }

    @Override
    public void write(Site site, OptionalLong most, WireWriter out) {
        most.ifPresent(bytes -> out.u32("max_early_data_size", bytes));
    }

    @Override
    public OptionalLong read(Site site, WireReader in) {
        return site == Site.NEW_SESSION_TICKET ? OptionalLong.of(in.u32("max_early_data_size")) : OptionalLong.empty();
    }
}
