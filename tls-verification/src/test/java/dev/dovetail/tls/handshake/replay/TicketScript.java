package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.Pending;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;

/**
 * A server's state that sends a recorded NewSessionTicket as soon as the connection stands, which the recorded server did
 * and this one does not do yet. Everything else is the state's own, and from then on there is nothing but it.
 *
 * @param inner the real state
 * @param ticket the body of the message
 */
record TicketScript(State inner, byte[] ticket) implements State {

    @Override
    public State begin(Effects effects) {
        return follow(inner.begin(effects), effects);
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        return follow(inner.on(message, effects), effects);
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        return follow(inner.onChangeCipherSpec(effects), effects);
    }

    private State follow(State next, Effects effects) {
        if (next instanceof Pending wait) {
            return new Pending(
                    wait.step(),
                    wait.work(),
                    result -> follow(wait.then().apply(result), effects),
                    wait.held(),
                    wait.before());
        }
        if (!next.connected()) return new TicketScript(next, ticket);
        effects.send(HandshakeType.NEW_SESSION_TICKET, out -> out.bytes("recorded", ticket));
        return next;
    }

    @Override
    public boolean alertLevelCounts() {
        return inner.alertLevelCounts();
    }

    @Override
    public void close() {
        inner.close();
    }
}
