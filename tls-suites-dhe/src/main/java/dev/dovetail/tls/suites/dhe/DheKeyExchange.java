package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ephemeral Diffie-Hellman in a finite field (RFC 5246 7.4.3 and 7.4.7.2, RFC 7919). The server speaks first, so it is the
 * initiator of the group. Who signs, or whether anybody does, is not its business.
 */
@AutoService(KeyExchange.class)
public final class DheKeyExchange implements KeyExchange {

    static final String NAME = "DHE";

    private final SafePrimes safePrimes = new SafePrimes();

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DheKeyExchange() {}

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
        return Optional.of(NamedGroup.Kind.FINITE_FIELD);
    }

    @Override
    public Server server(ServerContext context) {
        return new DheServer(context);
    }

    @Override
    public Client client(ClientContext context) {
        return new DheClient(context, safePrimes);
    }

    /** RFC 5246 8.1.2: TLS 1.2 drops the zeros that lead the secret, TLS 1.3 does not. Takes the secret over. */
    static Secret stripped(Secret fixed) {
        try (fixed) {
            return fixed.with(bytes -> {
                int zeros = 0;
                while (zeros < bytes.length - 1 && bytes[zeros] == 0) zeros++;
                return Secret.of(Arrays.copyOfRange(bytes, zeros, bytes.length));
            });
        }
    }
}
