package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import dev.dovetail.tls.jsse.setup.Scratch;
import dev.dovetail.tls.jsse.setup.SslExceptions;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A running {@link TlsEngine}, and what the JDK's interface wants to know of its course. Guarded by its owner. */
final class Link {

    final TlsEngine tls;
    private final boolean closeAcknowledged;
    private @Nullable Consumer<ConnectionInfo> whenConnected;
    private @Nullable Runnable whenFailed;
    private final Wrapping writer;
    private final Unwrapping reader;
    private boolean connectedSeen;
    private boolean finishedTold;
    private boolean failureTold;
    private boolean inboundClosed;
    private boolean outboundClosed;
    private boolean forgotten;
    private @Nullable TlsTask handedOut;

    /**
     * Begins a handshake.
     *
     * @param scratch for buffers that are not arrays
     * @param closeAcknowledged whether a close_notify of the peer is answered in TLS 1.3 too
     * @param whenConnected told once what the handshake agreed on
     * @param whenFailed told when the handshake has failed
     */
    Link(
            TlsEngine tls,
            Scratch scratch,
            boolean closeAcknowledged,
            Consumer<ConnectionInfo> whenConnected,
            Runnable whenFailed) {
        this.tls = tls;
        this.writer = new Wrapping(tls, scratch);
        this.reader = new Unwrapping(tls, scratch);
        this.closeAcknowledged = closeAcknowledged;
        this.whenConnected = whenConnected;
        this.whenFailed = whenFailed;
    }

    /** One record of data, or of what else there is to say. */
    SSLEngineResult wrap(ByteBuffer source, ByteBuffer destination) throws SSLException {
        SSLEngineResult other = flows() ? null : insteadOfData(destination);
        if (other != null) return other;
        try {
            return wrapped(writer.seal(source, destination));
        } catch (TlsFault fault) {
            throw unsent(fault);
        }
    }

    /** The same of data in pieces. */
    SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer destination) throws SSLException {
        SSLEngineResult other = flows() ? null : insteadOfData(destination);
        if (other != null) return other;
        try {
            return wrapped(writer.gather(sources, offset, length, destination));
        } catch (TlsFault fault) {
            throw unsent(fault);
        }
    }

    /** Reads one record. */
    SSLEngineResult unwrap(ByteBuffer source, ByteBuffer destination) throws SSLException {
        SSLEngineResult other = flows() ? null : insteadOfReading();
        return other == null ? unwrapped(reader.next(source, destination)) : other;
    }

    /** The same into several buffers. */
    SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] destinations, int offset, int length) throws SSLException {
        SSLEngineResult other = flows() ? null : insteadOfReading();
        return other == null ? unwrapped(reader.next(source, destinations, offset, length)) : other;
    }

    private @Nullable SSLEngineResult insteadOfData(ByteBuffer destination) throws SSLException {
        boolean output = hasOutput();
        throwFailure();
        if (output) return wrapped(writer.transmit(destination));
        if (waitsForTask() || finishWaits()) return unchanged(Status.OK);
        if (outboundDone()) return unchanged(Status.CLOSED);
        return tls.connected() ? null : unchanged(Status.OK);
    }

    private @Nullable SSLEngineResult insteadOfReading() throws SSLException {
        boolean output = hasOutput();
        throwFailure();
        if (inboundDone()) return unchanged(Status.CLOSED);
        // In a handshake what waits for the peer goes first, and a step may wait for its end.
        boolean speaks = output && !tls.connected();
        return speaks || waitsForTask() || finishWaits() ? unchanged(Status.OK) : null;
    }

    private SSLEngineResult wrapped(Status status) {
        Status told = status;
        HandshakeStatus handshake = HandshakeStatus.NOT_HANDSHAKING;
        if (!flows()) {
            handshake = status == Status.BUFFER_OVERFLOW ? status() : statusAfterCall();
            if (status == Status.OK && outboundDone()) told = Status.CLOSED;
            forgetIfDone();
        }
        return new SSLEngineResult(told, handshake, writer.consumed(), writer.produced());
    }

    private SSLEngineResult unwrapped(Status status) throws SSLException {
        Status told = status;
        HandshakeStatus handshake = HandshakeStatus.NOT_HANDSHAKING;
        if (!flows()) {
            hasOutput();
            if (reader.produced() == 0) throwFailure();
            handshake = statusAfterCall();
            if (status == Status.OK && inboundDone() && !reader.keeps()) told = Status.CLOSED;
            forgetIfDone();
        }
        return new SSLEngineResult(told, handshake, reader.consumed(), reader.produced());
    }

    private SSLEngineResult unchanged(Status status) {
        return new SSLEngineResult(status, statusAfterCall(), 0, 0);
    }

    private SSLException unsent(TlsFault fault) throws SSLException {
        throwFailure();
        return new SSLException("nothing can be sent", fault);
    }

    /** Whether bytes wait for the peer; sees what slow steps have brought. */
    boolean hasOutput() {
        boolean output = tls.hasOutput();
        observe();
        return output;
    }

    /** Whether all that can be told of the connection was told, and records of data are all that passes. */
    private boolean flows() {
        return finishedTold && connectedSeen && !outboundClosed && !inboundClosed && handedOut == null && tls.flows();
    }

    /** Whether a slow step is to be run, or is running. */
    private boolean waitsForTask() {
        return tls.task().isPresent();
    }

    /** The slow step, if nobody has it yet. It ends when the engine can go on. */
    @Nullable
    Runnable task() {
        Optional<TlsTask> task = tls.task();
        if (task.isEmpty() || task.get() == handedOut) return null;
        TlsTask step = task.get();
        handedOut = step;
        return () -> {
            step.run();
            // A look-up that answers later: until then the caller has nothing else to do.
            step.done().toCompletableFuture().join();
        };
    }

    /** The fault that ended the connection, told once; then calls answer that it is closed. */
    private void throwFailure() throws SSLException {
        Optional<TlsFault> failure = tls.failure();
        if (failureTold || failure.isEmpty()) return;
        failureTold = true;
        throw SslExceptions.of(failure.get(), !connectedSeen);
    }

    /** Between the last message and its telling. */
    private boolean finishWaits() {
        return connectedSeen
                && !finishedTold
                && !tls.hasOutput()
                && tls.failure().isEmpty();
    }

    /** The status behind a call: FINISHED once, when the last message of the handshake has passed. */
    private HandshakeStatus statusAfterCall() {
        observe();
        if (!finishWaits()) return status();
        finishedTold = true;
        return HandshakeStatus.FINISHED;
    }

    HandshakeStatus status() {
        if (hasOutput()) return HandshakeStatus.NEED_WRAP;
        if (waitsForTask()) return HandshakeStatus.NEED_TASK;
        if (finishWaits()) return HandshakeStatus.NEED_WRAP;
        if (inboundDone() || tls.failure().isPresent()) return HandshakeStatus.NOT_HANDSHAKING;
        // Behind our close_notify the caller is to read on for the peer's.
        return outboundClosed || !connectedSeen ? HandshakeStatus.NEED_UNWRAP : HandshakeStatus.NOT_HANDSHAKING;
    }

    boolean inboundDone() {
        return inboundClosed || tls.failure().isPresent();
    }

    boolean outboundDone() {
        return (outboundClosed || tls.failure().isPresent()) && !tls.hasOutput();
    }

    void closeOutbound() {
        if (outboundClosed) return;
        outboundClosed = true;
        tls.closeWrite();
        // A handshake that the application itself has called off is no failure that it has to hear of.
        failureTold |= tls.failure()
                .filter(failure -> failure.fault() == Fault.CANCELLED)
                .isPresent();
    }

    void closeInbound() throws SSLException {
        if (inboundDone()) {
            inboundClosed = true;
            return;
        }
        inboundClosed = true;
        // As with the JDK our side may still say what it has to, in TLS 1.2 goodbye alone.
        if (connectedSeen) acknowledge();
        else closeOutbound();
        throw new SSLException("the inbound side was closed before the peer's close_notify came: data may be missing");
    }

    /** In TLS 1.3 new keys on both sides; TLS 1.2 would have to renegotiate, which is refused. */
    void handshakeAgain() throws SSLException {
        hasOutput();
        throwFailure();
        if (inboundDone() || outboundClosed) throw new SSLException("the connection is closed");
        if (!connectedSeen) return;
        boolean tls13 = tls.info()
                .filter(info -> info.version().equals(ProtocolVersion.TLS_1_3))
                .isPresent();
        if (!tls13) throw new SSLHandshakeException("TLS 1.2 is not renegotiated here: open a new connection");
        tls.updateKeys(true);
        // Told behind the KeyUpdate, as the JDK does: callers wait for it.
        finishedTold = false;
    }

    /** Wipes every secret when neither side goes on. */
    void forgetIfDone() {
        if (forgotten || !inboundDone() || !outboundDone()) return;
        forgotten = true;
        // To the engine its own closing is a failure, but none that a caller has to hear of.
        failureTold |= tls.failure().isEmpty();
        reader.forget();
        tls.close();
    }

    private void observe() {
        // A step that is over holds on to much of the handshake.
        if (handedOut != null && handedOut.isDone()) handedOut = null;
        if (!connectedSeen && tls.connected()) {
            connectedSeen = true;
            if (whenConnected != null) tls.info().ifPresent(whenConnected);
            // What only a handshake has use for is not kept beside a connection that may stand for hours.
            whenConnected = null;
            whenFailed = null;
        }
        if (whenFailed != null && tls.failure().isPresent()) whenFailed.run();
        if (!inboundClosed && tls.ending() == Ending.CLOSE_NOTIFY) {
            inboundClosed = true;
            acknowledge();
        }
    }

    /** RFC 5246 7.2.1 wants the answer at once; RFC 8446 6.1 lets our side go on. */
    private void acknowledge() {
        boolean tls12 = tls.info()
                .filter(info -> info.version().equals(ProtocolVersion.TLS_1_2))
                .isPresent();
        if (!tls12 && !closeAcknowledged) return;
        outboundClosed = true;
        tls.closeWrite();
    }
}
