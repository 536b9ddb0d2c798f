package dev.dovetail.tls.testkit.neutral;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ephemeral exchange in any group: the server sends the group's number and its share, the client its share.
 *
 * @param kind the kind of groups that it negotiates
 */
public record NeutralExchange(NamedGroup.Kind kind) implements KeyExchange {

    @Override
    public String name() {
        return "KIT_EXCHANGE";
    }

    @Override
    public String implementation() {
        return "testkit";
    }

    @Override
    public Params params() {
        return Params.REQUIRED;
    }

    @Override
    public Optional<NamedGroup.Kind> groups() {
        return Optional.of(kind);
    }

    @Override
    public Server server(ServerContext context) {
        NamedGroup group = context.group().orElseThrow();
        return new Initiating(group, group.generate(context.random()));
    }

    @Override
    public Client client(ClientContext context) {
        return new Responding(context);
    }

    private record Initiating(NamedGroup group, NamedGroup.Initiator own) implements Server {

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

    private static final class Responding implements Client {

        private final ClientContext context;
        private @Nullable NamedGroup group;
        private byte[] share = {};
        private boolean closed;

        Responding(ClientContext context) {
            this.context = context;
        }

        @Override
        public void readParams(WireReader in) {
            int code = in.u16("group");
            group = context.groups().stream()
                    .filter(one -> one.code() == code)
                    .findFirst()
                    .orElseThrow(() -> in.fault(Fault.GROUP_NOT_OFFERED, "0x%04x", code));
            share = in.block("share", 2, 1, 0xffff);
        }

        @Override
        public Secret premaster(WireWriter out) throws IllegalShareException {
            if (closed || group == null)
                throw new IllegalStateException("this exchange is closed, or has no share yet");
            NamedGroup.Encapsulated answer = group.encapsulate(share, context.random());
            out.block("share", 2, answer.share());
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
    }
}
