package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.Optional;

/** ECDHE with a named curve (RFC 8422 5.4 and 5.7). The server speaks first, so it is the initiator of the group. */
@AutoService(KeyExchange.class)
public final class EcdheKeyExchange implements KeyExchange {

    static final String NAME = "ECDHE";

    /** ECCurveType: the only one left; explicit curves are forbidden (RFC 8422 5.4). */
    static final int NAMED_CURVE = 3;

    /** For the ServiceLoader and {@code Catalog.of}. */
    public EcdheKeyExchange() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String implementation() {
        return "Dovetail";
    }

    @Override
    public Params params() {
        return Params.REQUIRED;
    }

    @Override
    public Optional<NamedGroup.Kind> groups() {
        return Optional.of(NamedGroup.Kind.ELLIPTIC_CURVE);
    }

    @Override
    public Server server(ServerContext context) {
        return new EcdheServer(context);
    }

    @Override
    public Client client(ClientContext context) {
        return new EcdheClient(context);
    }
}
