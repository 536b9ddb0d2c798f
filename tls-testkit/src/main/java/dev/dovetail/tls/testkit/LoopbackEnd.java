package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One end of a {@link Loopback}: an engine, what it was told, what it said, and what it delivered. For one thread. */
public final class LoopbackEnd {

    private static final int MOST_CALLS = 1_000_000;

    private final TlsEngine engine;
    private final EventLog log;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream early = new ByteArrayOutputStream();
    private final ByteArrayOutputStream queue = new ByteArrayOutputStream();
    private byte[] input = {};
    private byte[] room = new byte[(1 << 14) + 256];
    private Progress progress = Progress.NEEDS_INPUT;

    LoopbackEnd(TlsEngine engine, EventLog log) {
        this.engine = engine;
        this.log = log;
    }

    /**
     * The engine.
     *
     * @return for calls that the loopback has no word for
     */
    public TlsEngine engine() {
        return engine;
    }

    /**
     * Every byte that this end has sent, as it left: before anybody changed it.
     *
     * @return a copy
     */
    public byte[] sent() {
        return sent.toByteArray();
    }

    /**
     * The application data that was delivered here.
     *
     * @return a copy
     */
    public byte[] received() {
        return received.toByteArray();
    }

    /**
     * The early data that this server has read.
     *
     * @return a copy
     */
    public byte[] early() {
        return early.toByteArray();
    }

    /**
     * The events of the engine, if the loopback watches.
     *
     * @return those so far, in order
     */
    public List<TlsEvent> events() {
        return log.events();
    }

    /**
     * The events of one kind.
     *
     * @param kind the kind
     * @param <E> the kind
     * @return those so far, in order
     */
    public <E extends TlsEvent> List<E> events(Class<E> kind) {
        return log.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * What ended the connection here.
     *
     * @return empty if nothing did
     */
    public Optional<TlsFault> failure() {
        return engine.failure();
    }

    /**
     * What the engine needed when it last returned.
     *
     * @return its last word
     */
    public Progress progress() {
        return progress;
    }

    /**
     * Gives the engine less room for plaintext in each call, or more.
     *
     * @param bytes at least 1
     * @return this
     */
    public LoopbackEnd room(int bytes) {
        if (bytes < 1) throw new IllegalArgumentException("no room for plaintext");
        room = new byte[bytes];
        return this;
    }

    /**
     * Seals application data; it leaves with this end's next flight.
     *
     * @param data any length
     * @return this
     * @throws TlsFault if the connection has failed
     */
    public LoopbackEnd write(byte[] data) {
        byte[] out = new byte[engine.sealedLength(data.length) + 1024];
        int done = 0;
        do {
            int count = engine.send(data, done, data.length - done, out, 0, out.length);
            queue.write(out, 0, count);
            done += engine.consumed();
            if (count == 0 && done < data.length) throw new IllegalStateException("send makes no progress: " + this);
        } while (done < data.length);
        return this;
    }

    /**
     * Seals early data of a client; it leaves with the next step.
     *
     * @param data the bytes
     * @return how many of them were taken
     */
    public int writeEarly(byte[] data) {
        byte[] out = new byte[engine.sealedLength(data.length) + 4096];
        int done = 0;
        int count;
        do {
            count = engine.sendEarly(data, done, data.length - done, out, 0, out.length);
            queue.write(out, 0, count);
            done += engine.consumed();
        } while (count > 0 && done < data.length);
        return done;
    }

    /**
     * Runs the slow step that the engine waits for, and lets it go on.
     *
     * @return false if it waits for none
     */
    public boolean runTask() {
        Optional<TlsTask> task = engine.task();
        task.ifPresent(step -> {
            step.run();
            take(new byte[0]);
        });
        return task.isPresent();
    }

    /**
     * Takes everything that is ready to leave: for tests that carry the bytes themselves.
     *
     * @return one flight of whole records; empty if there is nothing
     */
    public byte[] flight() {
        byte[] part = new byte[4096];
        // What was sealed by send() left the engine already, so it comes first.
        int count;
        while ((count = engine.transmit(part, 0, part.length)) > 0) queue.write(part, 0, count);
        byte[] flight = queue.toByteArray();
        queue.reset();
        sent.writeBytes(flight);
        return flight;
    }

    /**
     * Gives the engine bytes as if they came from the peer, behind those that it has not taken yet. A fault stays in the
     * engine: see {@link #failure()}.
     *
     * @param chunk any bytes
     */
    public void take(byte[] chunk) {
        int kept = input.length;
        input = Arrays.copyOf(input, kept + chunk.length);
        System.arraycopy(chunk, 0, input, kept, chunk.length);
        try {
            readAll();
        } catch (TlsFault fault) {
            // It is kept in the engine.
            input = new byte[0];
        }
    }

    private void readAll() {
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            progress = engine.receive(input, 0, input.length, room, 0, room.length);
            input = Arrays.copyOfRange(input, engine.consumed(), input.length);
            received.write(room, 0, engine.produced());
            if (progress == Progress.EARLY_DATA) {
                early.write(room, 0, engine.receiveEarly(room, 0, room.length));
                continue;
            }
            if (progress != Progress.NEEDS_ROOM && engine.produced() == 0) return;
            if (progress == Progress.NEEDS_ROOM && engine.produced() == 0) {
                throw new IllegalStateException("the engine wants room, and has it: " + this);
            }
        }
        throw new IllegalStateException("receive never ends: " + this);
    }

    /** Where it stands, for errors. */
    @Override
    public String toString() {
        return engine.role() + " in state " + engine.state() + ", " + progress + ", " + input.length
                + " bytes not taken"
                + engine.task()
                        .map(task -> ", waits for \"" + task.name() + "\"")
                        .orElse("")
                + engine.failure()
                        .map(fault -> ", failed: " + fault.getMessage())
                        .orElse("");
    }
}
