package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Sends a fresh share in the negotiated group, takes the client's. */
final class DheServer implements KeyExchange.Server {

    private final KeyExchange.ServerContext context;
    private @Nullable FiniteField field;
    private NamedGroup.@Nullable Initiator initiator;
    private boolean closed;

    DheServer(KeyExchange.ServerContext context) {
        this.context = context;
    }

    /** ServerDHParams (RFC 5246 7.4.3). */
    @Override
    public void writeParams(WireWriter out) {
        if (closed || initiator != null) throw new IllegalStateException("DHE: a share is for one handshake only");
        FiniteFieldGroup group = group();
        FiniteField numbers = FiniteField.of(group.prime(), group.generator());
        NamedGroup.Initiator fresh = group.generate(context.random());
        field = numbers;
        initiator = fresh;
        out.block("dh_p", 2, numbers.bytes(group.prime()))
                .block("dh_g", 2, group.generator().toByteArray())
                // RFC 5246 lets leading zeros be dropped; there are clients that count on the length of the prime.
                .block("dh_Ys", 2, fresh.share());
    }

    /** ClientDiffieHellmanPublic (RFC 5246 7.4.7.2); the implicit form belongs to fixed DH certificates. */
    @Override
    public Secret premaster(WireReader in) throws IllegalShareException {
        NamedGroup.Initiator own = initiator;
        FiniteField numbers = field;
        if (closed) throw new IllegalStateException("DHE: this side is closed");
        if (own == null || numbers == null) throw new IllegalStateException("DHE: ServerKeyExchange comes first");
        return DheKeyExchange.stripped(
                own.decapsulate(WireShare.inRange(in, "dh_Yc", WireShare.number(in, "dh_Yc"), numbers)));
    }

    @Override
    public void close() {
        closed = true;
        if (initiator != null) initiator.close();
    }

    private FiniteFieldGroup group() {
        NamedGroup group = context.group().orElseThrow(() -> new IllegalStateException("DHE: no group was negotiated"));
        if (group instanceof FiniteFieldGroup finite) return finite;
        throw Fault.CONFIGURATION.because(
                "%s does not tell its prime and generator, which TLS 1.2 has to write: it has to be a FiniteFieldGroup",
                group.name());
    }
}
