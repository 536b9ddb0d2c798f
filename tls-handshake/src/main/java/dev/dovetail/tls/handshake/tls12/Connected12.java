package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.HelloRequest;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.handshake.proof.PeerChecked;

/**
 * A standing connection. A peer that asks to renegotiate gets no_renegotiation, and the connection goes on (RFC 5746 4.5,
 * RFC 5246 7.2.2).
 *
 * @param role our role
 * @param finished the proof of the peer's Finished
 * @param peer the proof of the peer
 * @param refused how often the peer asked to renegotiate
 */
public record Connected12(Role role, FinishedChecked finished, PeerChecked peer, int refused) implements State {

    // Choice: no peer that takes no for an answer asks as often, and each answer costs us a record.
    private static final int MOST_REFUSED = 32;

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        boolean asked = role == Role.CLIENT ? HelloRequest.is(message) : message.type() == HandshakeType.CLIENT_HELLO;
        if (!asked) throw unexpected(message, "application data");
        if (refused == MOST_REFUSED) {
            throw Fault.RENEGOTIATION_REFUSED.because("the peer asked for it %d times", refused + 1);
        }
        effects.warn(Alert.NO_RENEGOTIATION);
        return new Connected12(role, finished, peer, refused + 1);
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public void close() {}
}
