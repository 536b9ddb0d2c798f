package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** One engine and a caller that does with it what the documentation of {@link SSLEngine} says, by a plan. */
final class End {

    private static final byte[] NOTHING = {};
    /** So many calls in a row may move nothing, each of which has another reason. */
    private static final int IDLE_CALLS = 6;
    /** No handshake has as many slow steps. */
    private static final int TASKS = 20;

    private final Role role;
    private final SSLEngine engine;
    private final boolean strict;
    private final Plan plan;
    private final Trace trace;
    private final Contract contract;
    private final Wire in;
    private final Wire out;
    private final Deque<byte[]> outgoing = new ArrayDeque<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<SSLException> failures = new ArrayList<>();
    private int sentOfFirst;
    private int packets;
    private int plaintexts;
    private int packetWindow;
    private int plaintextWindow;
    private boolean starved;
    private boolean turn;
    private int idle;

    End(Role role, SSLEngine engine, Plan plan, Trace trace, Wire in, Wire out) {
        this.role = role;
        this.engine = engine;
        this.plan = plan;
        this.trace = trace;
        this.in = in;
        this.out = out;
        contract = new Contract(engine);
        strict = Stack.strict(engine);
        packets = plan.packets();
        plaintexts = plan.plaintexts();
        packetWindow = plan.packetWindow();
        plaintextWindow = plan.plaintextWindow();
    }

    SSLEngine engine() {
        return engine;
    }

    /** What this end sends. */
    Wire out() {
        return out;
    }

    /** All application data until now. */
    byte[] received() {
        return received.toByteArray();
    }

    /** The same, and forgets it. */
    byte[] takeReceived() {
        byte[] taken = received.toByteArray();
        received.reset();
        return taken;
    }

    int finished() {
        return contract.finished();
    }

    /** What wrap and unwrap threw. */
    List<SSLException> failures() {
        return failures;
    }

    /** Its engine was called by somebody else. */
    void changed() {
        contract.changed();
    }

    boolean hasUnsent() {
        return !outgoing.isEmpty();
    }

    /** Wraps these bytes when it is their turn, in calls of their own. */
    void send(byte[] message) {
        outgoing.add(message);
    }

    /** Does one thing, if there is one to do. */
    boolean step() {
        try {
            HandshakeStatus status = contract.status();
            return switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(status);
                case NEED_UNWRAP -> canRead() && unwrap(status);
                default -> stepOfData(status);
            };
        } catch (AssertionError e) {
            AssertionError traced = trace.failure(role + ": " + e.getMessage());
            traced.addSuppressed(e);
            throw traced;
        }
    }

    /** Reads and writes in turn. */
    private boolean stepOfData(HandshakeStatus status) {
        boolean mayRead = canRead();
        boolean mayWrite = !outgoing.isEmpty() && !engine.isOutboundDone();
        if (!mayRead && !mayWrite) return false;
        turn = mayRead && (!mayWrite || !turn);
        return turn ? unwrap(status) : wrap(status);
    }

    private boolean canRead() {
        if (engine.isInboundDone()) {
            in.discard();
            return false;
        }
        if (in.pending() == 0 || starved) {
            starved = !in.deliver() && starved;
            return !starved && in.pending() > 0;
        }
        return true;
    }

    private boolean runTasks() {
        int tasks = 0;
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            trace.add(role + " runs a task");
            run(task);
            Contract.require(++tasks < TASKS, "a loop: " + tasks + " tasks in a row");
        }
        Contract.require(tasks > 0, "NEED_TASK without a task");
        Contract.require(contract.status() != HandshakeStatus.NEED_TASK, "NEED_TASK when all tasks are done");
        contract.changed();
        return true;
    }

    private void run(Runnable task) {
        if (plan.tasks() == Plan.Tasks.INLINE) {
            task.run();
            return;
        }
        CompletableFuture<Void> running = CompletableFuture.runAsync(task);
        while (plan.tasks() == Plan.Tasks.BESIDE_CALLS && !running.isDone()) {
            // Nothing is shown, and there is no room: whatever the state by then, nothing can move.
            Call call = new Call(role, false, HandshakeStatus.NEED_TASK, 0, 0);
            Frame frame = Frame.of(Memory.HEAP, NOTHING, 0, 0, 0);
            try {
                SSLEngineResult result = frame.unwrap(engine);
                contract.checkBeside(call, result, frame);
            } catch (SSLException e) {
                failed(call, frame, e);
                break;
            }
            contract.status();
            Thread.yield();
        }
        running.join();
    }

    private boolean wrap(HandshakeStatus status) {
        byte[] message = outgoing.isEmpty() ? NOTHING : outgoing.peek();
        int offered = Math.min(plaintextWindow, message.length - sentOfFirst);
        Call call = new Call(role, true, status, offered, packets);
        Frame frame = Frame.of(plan.memory(), message, sentOfFirst, offered, packets);
        SSLEngineResult result;
        try {
            result = frame.wrap(engine);
        } catch (SSLException e) {
            return failed(call, frame, e);
        }
        trace.add(call.done(result));
        contract.check(call, result, frame);
        if (result.bytesProduced() > 0) Records.requireOne(frame.output());
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            packets = engine.getSession().getPacketBufferSize();
        } else if (result.bytesProduced() > 0) {
            packets = plan.packets();
            out.put(frame.output(), result.bytesConsumed());
        }
        sent(status, message, offered, result);
        return notIdle(status, result);
    }

    private void sent(HandshakeStatus status, byte[] message, int offered, SSLEngineResult result) {
        sentOfFirst += result.bytesConsumed();
        boolean data = status == HandshakeStatus.NOT_HANDSHAKING && result.getStatus() == Status.OK;
        if (offered == 0 && data && sentOfFirst < message.length) plaintextWindow++;
        if (result.bytesConsumed() > 0) plaintextWindow = plan.plaintextWindow();
        // An empty message is one call; whether it makes an empty record is up to the engine.
        boolean over = message.length == 0 ? data : sentOfFirst == message.length;
        if (!outgoing.isEmpty() && over) {
            outgoing.remove();
            sentOfFirst = 0;
        }
    }

    private boolean unwrap(HandshakeStatus status) {
        int offered = Math.min(packetWindow, in.pending());
        Wire.Sent record = in.current();
        Call call = new Call(role, false, status, offered, plaintexts);
        Frame frame = Frame.of(plan.memory(), in.bytes(), in.offset(), offered, plaintexts);
        SSLEngineResult result;
        try {
            result = frame.unwrap(engine);
        } catch (SSLException e) {
            return failed(call, frame, e);
        }
        trace.add(call.done(result));
        contract.check(call, result, frame);
        Records.check(call, record, result, strict);
        received.writeBytes(frame.output());
        in.skip(result.bytesConsumed());
        adapt(offered, result);
        return notIdle(status, result);
    }

    private void adapt(int offered, SSLEngineResult result) {
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> {
                if (offered < in.pending()) packetWindow += Math.max(1, plan.packetWindow());
                else starved = true;
            }
            case BUFFER_OVERFLOW -> {
                int needed = engine.getSession().getApplicationBufferSize();
                Contract.require(plaintexts < needed, "overflow with room for the largest record");
                plaintexts = needed;
            }
            default -> {
                packetWindow = plan.packetWindow();
                plaintexts = plan.plaintexts();
            }
        }
    }

    /** Whether it goes on; a caller who moves nothing, again and again, is in a loop. */
    private boolean notIdle(HandshakeStatus before, SSLEngineResult result) {
        boolean moved = result.bytesConsumed() > 0 || result.bytesProduced() > 0;
        boolean waits = result.getStatus() == Status.BUFFER_UNDERFLOW;
        idle = moved || waits ? 0 : idle + 1;
        Contract.require(idle < IDLE_CALLS, "a loop: " + idle + " calls that moved nothing, now in " + before);
        return true;
    }

    private boolean failed(Call call, Frame frame, SSLException failure) {
        trace.add(call.done(failure));
        failures.add(failure);
        Contract.require(failures.size() <= (strict ? 1 : 3), "failed again: " + failure);
        String wrong = frame.wrongAtAll(strict);
        Contract.require(wrong == null, wrong);
        contract.changed();
        return true;
    }
}
