package dev.dovetail.tls.interop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** The JDK's end of a connection in memory. */
final class JsseEnd implements End {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteBuffer room = ByteBuffer.allocate(1 << 16);
    private byte[] input = {};
    private Optional<SSLException> failure = Optional.empty();
    private boolean finished;

    JsseEnd(SSLEngine engine) {
        this.engine = engine;
        try {
            engine.beginHandshake();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLEngine engine() {
        return engine;
    }

    ExtendedSSLSession session() {
        return (ExtendedSSLSession) engine.getSession();
    }

    @Override
    public Optional<SSLException> failure() {
        return failure;
    }

    /** KeyUpdate in TLS 1.3; in TLS 1.2 an attempt to renegotiate. */
    void handshakeAgain() throws SSLException {
        engine.beginHandshake();
    }

    @Override
    public void take(byte[] bytes) {
        int kept = input.length;
        input = Arrays.copyOf(input, kept + bytes.length);
        System.arraycopy(bytes, 0, input, kept, bytes.length);
        advance();
    }

    @Override
    public byte[] flight() {
        advance();
        byte[] flight = sealed.toByteArray();
        sealed.reset();
        return flight;
    }

    @Override
    public void write(byte[] data) {
        ByteBuffer left = ByteBuffer.wrap(data);
        while (left.hasRemaining()) {
            SSLEngineResult result = wrap(left);
            if (result.bytesConsumed() == 0) throw new IllegalStateException("wrap makes no progress: " + result);
        }
    }

    @Override
    public byte[] received() {
        return received.toByteArray();
    }

    @Override
    public boolean connected() {
        return finished && failure.isEmpty();
    }

    @Override
    public void closeWrite() {
        engine.closeOutbound();
        // Conscrypt does not say NEED_WRAP here, though its close_notify is waiting.
        if (!engine.isOutboundDone()) wrap(NOTHING);
    }

    @Override
    public boolean readClosed() {
        return engine.isInboundDone();
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
            note(result);
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
            SSLEngineResult result = engine.unwrap(in, room);
            received.write(room.array(), 0, room.position());
            input = Arrays.copyOfRange(input, in.position(), input.length);
            note(result);
            return result.bytesConsumed() > 0;
        } catch (SSLException e) {
            input = new byte[0];
            fail(e);
            // The alert for it is to be wrapped.
            return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
        }
    }

    private void note(SSLEngineResult result) {
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished = true;
    }

    private void fail(SSLException e) {
        if (failure.isEmpty()) failure = Optional.of(e);
    }

    @Override
    public String toString() {
        return "JSSE " + (engine.getUseClientMode() ? "client " : "server ") + engine.getHandshakeStatus()
                + failure.map(e -> ": " + e).orElse("");
    }
}
