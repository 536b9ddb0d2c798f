package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * One call of an engine, as the trace shows it.
 *
 * @param who whose engine
 * @param wraps whether it is wrap, else unwrap
 * @param before the status before the call
 * @param offered bytes remaining in the source
 * @param room bytes remaining in the destination
 */
record Call(Role who, boolean wraps, HandshakeStatus before, int offered, int room) {

    /** A call and what became of it. */
    record Done(Call call, Object outcome) {

        @Override
        public String toString() {
            return call + " -> "
                    + (outcome instanceof SSLEngineResult result
                            ? result.getStatus() + " " + result.getHandshakeStatus() + " " + result.bytesConsumed()
                                    + "/" + result.bytesProduced()
                            : outcome);
        }
    }

    Done done(Object outcome) {
        return new Done(this, outcome);
    }

    @Override
    public String toString() {
        return who + (wraps ? ".wrap" : ".unwrap") + "(" + offered + " bytes, room " + room + ") in " + before;
    }
}
