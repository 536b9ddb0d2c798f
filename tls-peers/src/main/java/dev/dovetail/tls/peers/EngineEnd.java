package dev.dovetail.tls.peers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** One end of a connection in memory: an engine, and the bytes that it gave and got. For one thread at a time. */
public final class EngineEnd {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int ROOM = 1 << 16;

    private final SSLEngine engine;
    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteBuffer room = ByteBuffer.allocate(ROOM);
    private byte[] input = {};
    private Optional<SSLException> failure = Optional.empty();

    /**
     * Over an engine, in whatever state it is.
     *
     * @param engine used by nobody else meanwhile
     */
    public EngineEnd(SSLEngine engine) {
        this.engine = engine;
    }

    /**
     * The engine itself.
     *
     * @return as it was given
     */
    public SSLEngine engine() {
        return engine;
    }

    /**
     * The first exception that the engine threw.
     *
     * @return empty if all went well
     */
    public Optional<SSLException> failure() {
        return failure;
    }

    /** Begins a handshake, or on an established connection what {@link SSLEngine#beginHandshake} does there. */
    public void begin() {
        try {
            engine.beginHandshake();
        } catch (SSLException e) {
            fail(e);
        }
    }

    /**
     * Takes bytes from the peer.
     *
     * @param bytes as they were sent
     */
    public void take(byte[] bytes) {
        int kept = input.length;
        input = Arrays.copyOf(input, kept + bytes.length);
        System.arraycopy(bytes, 0, input, kept, bytes.length);
        advance();
    }

    /**
     * What is to be sent to the peer now.
     *
     * @return perhaps nothing
     */
    public byte[] flight() {
        advance();
        byte[] flight = sealed.toByteArray();
        sealed.reset();
        return flight;
    }

    /**
     * Seals data.
     *
     * @param data all of it
     */
    public void write(byte[] data) {
        ByteBuffer left = ByteBuffer.wrap(data);
        while (left.hasRemaining() && failure.isEmpty()) {
            SSLEngineResult result = wrap(left);
            if (result.bytesConsumed() == 0) throw new IllegalStateException("wrap makes no progress: " + result);
        }
    }

    /**
     * The data that came since the last call.
     *
     * @return perhaps nothing
     */
    public byte[] received() {
        byte[] data = received.toByteArray();
        received.reset();
        return data;
    }

    /** Ends our direction. */
    public void closeOutput() {
        engine.closeOutbound();
        // Conscrypt does not say NEED_WRAP here, though its close_notify is waiting.
        if (!engine.isOutboundDone()) wrap(NOTHING);
    }

    private void advance() {
        boolean moves = true;
        while (moves) {
            moves = switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(NOTHING).bytesProduced() > 0;
                default -> unwrap();
            };
        }
    }

    private boolean runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
        return true;
    }

    private SSLEngineResult wrap(ByteBuffer data) {
        room.clear();
        try {
            SSLEngineResult result = engine.wrap(data, room);
            sealed.write(room.array(), 0, room.position());
            return result;
        } catch (SSLException e) {
            fail(e);
            return new SSLEngineResult(SSLEngineResult.Status.CLOSED, engine.getHandshakeStatus(), 0, 0);
        }
    }

    private boolean unwrap() {
        if (engine.isInboundDone() || input.length == 0) return false;
        ByteBuffer in = ByteBuffer.wrap(input);
        room.clear();
        try {
            HandshakeStatus before = engine.getHandshakeStatus();
            SSLEngineResult result = engine.unwrap(in, room);
            received.write(room.array(), 0, room.position());
            input = Arrays.copyOfRange(input, in.position(), input.length);
            return result.bytesConsumed() > 0 || engine.getHandshakeStatus() != before;
        } catch (SSLException e) {
            input = new byte[0];
            fail(e);
            // The alert for it is to be wrapped; again Conscrypt does not say so.
            return !engine.isOutboundDone() && wrap(NOTHING).bytesProduced() > 0;
        }
    }

    private void fail(SSLException e) {
        if (failure.isEmpty()) failure = Optional.of(e);
    }

    /** What it does at the moment. */
    @Override
    public String toString() {
        return (engine.getUseClientMode() ? "client " : "server ")
                + engine.getHandshakeStatus()
                + failure.map(e -> ": " + e).orElse("");
    }
}
