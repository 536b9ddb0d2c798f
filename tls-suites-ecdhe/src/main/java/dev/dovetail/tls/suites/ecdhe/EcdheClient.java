package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the server's share, answers with its own. It keeps nothing secret between the messages. */
final class EcdheClient implements KeyExchange.Client {

    private final KeyExchange.ClientContext context;
    private @Nullable NamedGroup group;
    private byte[] serverShare = {};
    private boolean closed;

    EcdheClient(KeyExchange.ClientContext context) {
        this.context = context;
    }

    /** ServerECDHParams (RFC 8422 5.4). */
    @Override
    public void readParams(WireReader in) {
        int type = in.u8("curve_type");
        if (type != EcdheKeyExchange.NAMED_CURVE) {
            throw in.fault(
                    Fault.KEY_EXCHANGE_BAD,
                    "curve_type %d, only named_curve (%d) is allowed (RFC 8422 5.4)",
                    type,
                    EcdheKeyExchange.NAMED_CURVE);
        }
        int code = in.u16("namedcurve");
        group = offered(code).orElseThrow(() -> in.fault(Fault.GROUP_NOT_OFFERED, "namedcurve %d", code));
        serverShare = in.block("public", 1, 1, 255);
    }

    /** ClientECDiffieHellmanPublic (RFC 8422 5.7). */
    @Override
    public Secret premaster(WireWriter out) throws IllegalShareException {
        if (closed) throw new IllegalStateException("ECDHE: this side is closed");
        NamedGroup chosen = group;
        if (chosen == null) throw new IllegalStateException("ECDHE: ServerKeyExchange comes first");
        NamedGroup.Encapsulated answer = chosen.encapsulate(serverShare, context.random());
        out.block("ecdh_Yc", 1, answer.share());
        return answer.secret();
    }

    @Override
    public Optional<NamedGroup> group() {
        return Optional.ofNullable(group);
    }

    @Override
    public void close() {
        closed = true;
    }

    private Optional<NamedGroup> offered(int code) {
        return context.groups().stream().filter(one -> one.code() == code).findFirst();
    }
}
