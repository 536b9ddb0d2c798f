package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two engines that talk over wires in memory, always in the same order of steps for the same plan. */
final class Conversation {

    private final Map<Role, End> ends = new EnumMap<>(Role.class);
    private final Map<Role, Wire> wires = new EnumMap<>(Role.class);
    private final Trace trace;

    private Conversation(SSLEngine client, SSLEngine server, Plan plan) {
        trace = new Trace(plan);
        for (Role role : Role.values()) wires.put(role, new Wire(role, plan.cut()));
        for (Role role : Role.values()) {
            SSLEngine engine = role == Role.CLIENT ? client : server;
            ends.put(role, new End(role, engine, plan, trace, wires.get(role.peer()), wires.get(role)));
        }
    }

    static Conversation between(SSLEngine client, SSLEngine server, Plan plan) {
        return new Conversation(client, server, plan);
    }

    End end(Role role) {
        return ends.get(role);
    }

    End client() {
        return end(Role.CLIENT);
    }

    End server() {
        return end(Role.SERVER);
    }

    SSLEngine engine(Role role) {
        return end(role).engine();
    }

    /** What a role sends. */
    Wire wire(Role from) {
        return wires.get(from);
    }

    /** Goes on until nobody has anything to do. */
    Conversation pump() {
        long steps = 0;
        boolean worked = true;
        while (worked) {
            worked = false;
            for (End end : ends.values()) {
                while (end.step()) {
                    worked = true;
                    if (++steps > limit()) throw trace.failure("does not come to rest");
                }
            }
        }
        for (Role role : Role.values()) {
            if (!end(role.peer()).engine().isInboundDone()) {
                require(wire(role).pending() == 0 || wire(role).current() == null || !whole(role), "left a record");
            }
            boolean open = failures() == 0 && !engine(role).isOutboundDone();
            if (open) require(!end(role).hasUnsent(), role + " did not send all");
        }
        return this;
    }

    /** Does so many things, the two ends in turn. */
    Conversation steps(int count) {
        for (int i = 0; i < count; i++) end(Role.values()[i % 2]).step();
        return this;
    }

    /** How many exceptions both ends threw. */
    int failures() {
        return ends.values().stream().mapToInt(end -> end.failures().size()).sum();
    }

    private boolean whole(Role role) {
        Wire wire = wire(role);
        return wire.current().known() && wire.pending() >= wire.current().length();
    }

    /** Even if each byte comes by itself, and each call but that which takes the record is in vain. */
    private long limit() {
        return 5_000 + 8 * (wire(Role.CLIENT).sentSoFar() + wire(Role.SERVER).sentSoFar());
    }

    /** Both begin, and both must finish, once. */
    Conversation handshake() {
        begin().pump();
        for (End end : ends.values()) {
            require(end.failures().isEmpty(), "failed");
            // The JDK's stack says it again when tickets come.
            int finished = Stack.strict(end.engine()) ? end.finished() : Math.min(1, end.finished());
            require(finished == 1, "FINISHED " + end.finished() + " times");
            require(end.engine().getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING, "is not through");
        }
        return this;
    }

    /** Both ask for a handshake, and nobody has a byte yet. */
    Conversation begin() {
        try {
            for (End end : ends.values()) end.engine().beginHandshake();
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Sends messages and sees them arrive. */
    Conversation carries(Role from, byte[]... messages) {
        return queue(from, messages).pump().received(from.peer(), messages);
    }

    /** Has them sent at the next opportunity. */
    Conversation queue(Role from, byte[]... messages) {
        for (byte[] message : messages) end(from).send(message);
        return this;
    }

    /** A role has got these bytes and no more since it was asked last. */
    Conversation received(Role to, byte[]... messages) {
        byte[] received = end(to).takeReceived();
        int at = 0;
        for (byte[] message : messages) {
            int end = Math.min(received.length, at + message.length);
            require(Arrays.equals(message, 0, message.length, received, Math.min(at, end), end), to + " lost data");
            at += message.length;
        }
        require(received.length == at, to + " got " + received.length + " bytes instead of " + at);
        return this;
    }

    /** One end closes its direction. */
    Conversation closes(Role who) {
        trace.add(who + " closes outbound");
        end(who).changed();
        engine(who).closeOutbound();
        return this;
    }

    /** One end asks for new keys, which in TLS 1.3 another handshake is. */
    Conversation updatesKeys(Role who) {
        trace.add(who + " begins another handshake");
        end(who).changed();
        try {
            engine(who).beginHandshake();
        } catch (SSLException e) {
            throw trace.failure(who + " may not begin another handshake: " + e);
        }
        return this;
    }

    /** Both directions of both ends are over, and all that can be called says so. */
    Conversation over() {
        for (Role role : Role.values()) {
            SSLEngine engine = engine(role);
            require(engine.isInboundDone() && engine.isOutboundDone(), role + " is not done");
            require(engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING, role + " wants to go on");
            require(engine.getDelegatedTask() == null, role + " has a task");
            try {
                byte[] more = {23, 3, 3, 0, 1, 0};
                for (Memory memory : new Memory[] {Memory.HEAP, Memory.DIRECT}) {
                    Frame in = Frame.of(memory, more, 0, more.length, Plan.AMPLE);
                    closed(in.unwrap(engine), in, false);
                    Frame out = Frame.of(memory, more, 0, more.length, Plan.AMPLE);
                    closed(out.wrap(engine), out, true);
                }
            } catch (SSLException e) {
                throw trace.failure(role + " throws when all is over: " + e);
            }
        }
        return this;
    }

    private void closed(SSLEngineResult result, Frame frame, boolean wraps) {
        require(result.getStatus() == SSLEngineResult.Status.CLOSED, result.toString());
        require(result.bytesConsumed() == 0 && result.bytesProduced() == 0, result.toString());
        String wrong = frame.wrong(result, wraps, true);
        require(wrong == null, wrong);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) throw trace.failure(otherwise);
    }

    @Override
    public String toString() {
        return trace.toString();
    }
}
