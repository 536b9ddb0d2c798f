package dev.dovetail.tls.jsse.engine;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** What has to be true of every call of an engine, whatever it is used for. */
final class Contract {

    private final SSLEngine engine;
    private final boolean strict;
    private int finished;
    private boolean closedIn;
    private boolean closedOut;
    /** The room at which the last wrap overflowed, or -1. */
    private int overflowed = -1;

    Contract(SSLEngine engine) {
        this.engine = engine;
        strict = Stack.strict(engine);
    }

    /** How often a result said that a handshake has finished. */
    int finished() {
        return finished;
    }

    /** The status now, which is never one that only a result can have. */
    HandshakeStatus status() {
        HandshakeStatus status = engine.getHandshakeStatus();
        require(status != HandshakeStatus.FINISHED, "FINISHED outside of a result");
        require(status != HandshakeStatus.NEED_UNWRAP_AGAIN, "NEED_UNWRAP_AGAIN without DTLS");
        return status;
    }

    /** Checks a result by itself, against the buffers, and against what the engine says of itself now. */
    void check(Call call, SSLEngineResult result, Frame frame) {
        String wrong = frame.wrong(result, call.wraps(), strict);
        require(wrong == null, wrong);
        boolean nothing = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
        Status status = result.getStatus();
        if (status == Status.BUFFER_OVERFLOW || status == Status.BUFFER_UNDERFLOW) {
            require(nothing, status + ", but bytes were moved");
        }
        status(result);
        if (call.wraps()) wrapped(call, result, nothing);
        else unwrapped(result, nothing);
    }

    /** The same where a task runs beside the call, so that the state may be another by now. */
    void checkBeside(Call call, SSLEngineResult result, Frame frame) {
        String wrong = frame.wrong(result, call.wraps(), strict);
        require(wrong == null, wrong);
        require(result.bytesConsumed() == 0 && result.bytesProduced() == 0, "moved bytes that are not there");
        if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) finished++;
    }

    private void status(SSLEngineResult result) {
        HandshakeStatus told = result.getHandshakeStatus();
        HandshakeStatus now = status();
        require(told != HandshakeStatus.NEED_UNWRAP_AGAIN, "NEED_UNWRAP_AGAIN without DTLS");
        if (told == HandshakeStatus.FINISHED) {
            finished++;
            // A server that has tickets to send, or a peer that closes, is at once in need of something.
            require(now != HandshakeStatus.NEED_TASK, "a task behind FINISHED");
        } else {
            require(told == now, "told " + told + " but is " + now);
        }
    }

    private void wrapped(Call call, SSLEngineResult result, boolean nothing) {
        Status status = result.getStatus();
        require(status != Status.BUFFER_UNDERFLOW, "a wrap that underflows");
        require(!closedOut || status == Status.CLOSED && nothing, "wraps on when closed");
        require(
                (status == Status.CLOSED) == engine.isOutboundDone(),
                status + " but outbound done is " + engine.isOutboundDone());
        closedOut = status == Status.CLOSED;
        if (status == Status.BUFFER_OVERFLOW) {
            require(call.room() < engine.getSession().getPacketBufferSize(), "overflow with room for a packet");
            overflowed = call.room();
            return;
        }
        if (strict && result.bytesProduced() > 0) {
            require(result.bytesProduced() > overflowed, "overflow, but the record fits into " + overflowed);
        }
        boolean tellsNow = closedOut || result.getHandshakeStatus() == HandshakeStatus.FINISHED;
        if (strict && call.before() == HandshakeStatus.NEED_WRAP && !tellsNow) {
            require(result.bytesProduced() > 0, "NEED_WRAP, but there was nothing to wrap");
        }
        overflowed = -1;
    }

    private void unwrapped(SSLEngineResult result, boolean nothing) {
        Status status = result.getStatus();
        overflowed = -1;
        require(!closedIn || status == Status.CLOSED && nothing, "unwraps on when closed");
        require(
                (status == Status.CLOSED) == engine.isInboundDone(),
                status + " but inbound done is " + engine.isInboundDone());
        closedIn = status == Status.CLOSED;
    }

    /** Something other than a call happened: the next record may be another. */
    void changed() {
        overflowed = -1;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
