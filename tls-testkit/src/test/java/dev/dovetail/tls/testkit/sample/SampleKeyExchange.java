package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Optional;

/** An ephemeral exchange in any group of curves, whose messages have a form of their own: two-byte lengths. */
@AutoService(KeyExchange.class)
public final class SampleKeyExchange implements KeyExchange {

    @Override
    public String name() {
        return "SAMPLE_KX";
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
        NamedGroup group = context.group().orElseThrow();
        return new SampleServer(group, group.generate(context.random()));
    }

    @Override
    public Client client(ClientContext context) {
        return new SampleClient(context);
    }

    private record SampleServer(NamedGroup group, NamedGroup.Initiator own) implements Server {

        @Override
        public void writeParams(WireWriter out) {
            out.u16("group", group.code()).block("share", 2, own.share());
        }

        @Override
        public Secret premaster(WireReader in) throws IllegalShareException {
            return own.decapsulate(in.block("share", 2, 1, 0xffff));
        }

        @Override
        public void close() {
            own.close();
        }
    }

    private static final class SampleClient implements Client {

        private final ClientContext context;
        private Optional<NamedGroup> group = Optional.empty();
        private byte[] share = {};
        private boolean closed;

        SampleClient(ClientContext context) {
            this.context = context;
        }

        @Override
        public void readParams(WireReader in) {
            int code = in.u16("group");
            group = context.groups().stream().filter(one -> one.code() == code).findFirst();
            if (group.isEmpty()) throw in.fault(Fault.GROUP_NOT_OFFERED, "0x%04x", code);
            share = in.block("share", 2, 1, 0xffff);
        }

        @Override
        public Secret premaster(WireWriter out) throws IllegalShareException {
            if (closed) throw new IllegalStateException("this exchange is closed");
            NamedGroup.Encapsulated answer = group.orElseThrow().encapsulate(share, context.random());
            out.block("share", 2, answer.share());
            return answer.secret();
        }

        @Override
        public Optional<NamedGroup> group() {
            return group;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
