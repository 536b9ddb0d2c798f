package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Sends a fresh share, takes the client's. */
final class EcdheServer implements KeyExchange.Server {

    private final KeyExchange.ServerContext context;
    private NamedGroup.@Nullable Initiator initiator;
    private boolean closed;

    EcdheServer(KeyExchange.ServerContext context) {
        this.context = context;
    }

    /** ServerECDHParams (RFC 8422 5.4). */
    @Override
    public void writeParams(WireWriter out) {
        if (closed || initiator != null) throw new IllegalStateException("ECDHE: a share is for one handshake only");
        NamedGroup group =
                context.group().orElseThrow(() -> new IllegalStateException("ECDHE: no group was negotiated"));
        NamedGroup.Initiator fresh = group.generate(context.random());
        initiator = fresh;
        out.u8("curve_type", EcdheKeyExchange.NAMED_CURVE)
                .u16("namedcurve", group.code())
                .block("public", 1, fresh.share());
    }

    /** ClientECDiffieHellmanPublic (RFC 8422 5.7); the empty form belongs to fixed ECDH certificates. */
    @Override
    public Secret premaster(WireReader in) throws IllegalShareException {
        NamedGroup.Initiator own = initiator;
        if (closed) throw new IllegalStateException("ECDHE: this side is closed");
        if (own == null) throw new IllegalStateException("ECDHE: ServerKeyExchange comes first");
        return own.decapsulate(in.block("ecdh_Yc", 1, 1, 255));
    }

    @Override
    public void close() {
        closed = true;
        if (initiator != null) initiator.close();
    }
}
