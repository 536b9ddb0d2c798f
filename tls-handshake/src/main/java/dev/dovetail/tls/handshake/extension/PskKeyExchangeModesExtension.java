package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** psk_key_exchange_modes (RFC 8446 4.2.9). */
public final class PskKeyExchangeModesExtension implements ExtensionCodec<byte[]> {

    /** The codec. */
    public static final PskKeyExchangeModesExtension INSTANCE = new PskKeyExchangeModesExtension();

    private PskKeyExchangeModesExtension() {}

    @Override
    public int code() {
        return 45;
    }

    @Override
    public String name() {
        return "psk_key_exchange_modes";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO);
    }

    @Override
    public void write(Site site, byte[] modes, WireWriter out) {
        out.block("ke_modes", 1, modes);
    }

    @Override
    public byte[] read(Site site, WireReader in) {
        return in.block("ke_modes", 1, 1, 255);
    }
}
