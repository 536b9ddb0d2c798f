package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import dev.dovetail.tls.jsse.setup.SslExceptions;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** A running {@link TlsEngine}, and what the JDK's interface wants to know of its course. Guarded by its owner. */
final class Link {

    final TlsEngine tls;
    private final boolean closeAcknowledged;
    private final Consumer<ConnectionInfo> whenConnected;
    private final Runnable whenFailed;
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
     * @param closeAcknowledged whether a close_notify of the peer is answered in TLS 1.3 too
     * @param whenConnected told once what the handshake agreed on
     * @param whenFailed told when the handshake, or the connection, has failed
     */
    Link(TlsEngine tls, boolean closeAcknowledged, Consumer<ConnectionInfo> whenConnected, Runnable whenFailed) {
        this.tls = tls;
        this.closeAcknowledged = closeAcknowledged;
        this.whenConnected = whenConnected;
        this.whenFailed = whenFailed;
    }

    /** Whether bytes wait for the peer; sees what slow steps have brought. */
    boolean hasOutput() {
        boolean output = tls.hasOutput();
        observe();
        return output;
    }

    boolean connected() {
        return tls.connected();
    }

    /** Whether a slow step is to be run, or is running. */
    boolean waitsForTask() {
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
    void throwFailure() throws SSLException {
        Optional<TlsFault> failure = tls.failure();
        if (failureTold || failure.isEmpty()) return;
        failureTold = true;
        throw SslExceptions.of(failure.get(), !connectedSeen);
    }

    /** Between the last message and its telling. */
    boolean finishWaits() {
        return connectedSeen
                && !finishedTold
                && !tls.hasOutput()
                && tls.failure().isEmpty();
    }

    /** The status behind a call: FINISHED once, when the last message of the handshake has passed. */
    HandshakeStatus statusAfterCall() {
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
        tls.close();
    }

    private void observe() {
        // A step that is over holds on to much of the handshake.
        if (handedOut != null && handedOut.isDone()) handedOut = null;
        if (!connectedSeen && tls.connected()) {
            connectedSeen = true;
            tls.info().ifPresent(whenConnected);
        }
        if (tls.failure().isPresent()) whenFailed.run();
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
