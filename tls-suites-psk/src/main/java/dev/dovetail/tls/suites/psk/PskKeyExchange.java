package dev.dovetail.tls.suites.psk;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;

/**
 * The pre-shared key alone (RFC 4279 2): nothing is exchanged but its name, and that the core does for all PSK suites.
 * Without forward secrecy: who learns the key later reads the traffic of today.
 */
@AutoService(KeyExchange.class)
public final class PskKeyExchange implements KeyExchange {

    static final String NAME = "PSK";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public PskKeyExchange() {}

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
        return Params.NONE;
    }

    @Override
    public boolean agreesOnSecret() {
        return false;
    }

    @Override
    public Server server(ServerContext context) {
        return new Side();
    }

    @Override
    public Client client(ClientContext context) {
        return new Side();
    }

    /** Both sides are alike: there is nothing to say and nothing to keep. */
    private static final class Side implements Server, Client {

        private boolean closed;

        @Override
        public void writeParams(WireWriter out) {
            throw new IllegalStateException("PSK has no parameters: params() is NONE");
        }

        @Override
        public void readParams(WireReader in) {
            throw new IllegalStateException("PSK has no parameters: params() is NONE");
        }

        @Override
        public Secret premaster(WireReader in) {
            return nothing();
        }

        @Override
        public Secret premaster(WireWriter out) {
            return nothing();
        }

        @Override
        public void close() {
            closed = true;
        }

        private Secret nothing() {
            if (closed) throw new IllegalStateException("PSK: this side is closed");
            return Secret.of(new byte[0]);
        }
    }
}
