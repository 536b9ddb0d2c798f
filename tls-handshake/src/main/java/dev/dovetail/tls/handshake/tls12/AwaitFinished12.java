package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket12;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import java.util.Optional;

/**
 * The peer has changed its keys: its Finished is the first message under them (RFC 5246 7.4.9). Who finishes last answers
 * with its own; the other one has sent it before.
 *
 * @param agreed what the hellos settled
 * @param secrets closed with this state
 * @param parties who took part
 * @param ticket what the server gave its client
 */
public record AwaitFinished12(
        Agreed12 agreed, Secrets12 secrets, Parties12 parties, Optional<NewSessionTicket12> ticket) implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.FINISHED) throw unexpected(message, "Finished");
        FinishedChecked finished = secrets.check(message);
        SessionKeeping12 keeping = new SessionKeeping12(agreed, secrets, parties);
        if (agreed.finishesLast()) {
            keeping.giveTicket(effects);
            secrets.finish(effects);
        }
        keeping.keep(ticket);
        effects.connected(agreed.info(parties), secrets.exporter());
        // RFC 5246 7.2.2: a fatal alert ends the session too. A ticket can't be taken back from its client.
        if (agreed.sessions().facts().isPresent()) effects.ifFails(keeping.forgetting());
        secrets.close();
        return new Connected12(agreed.role(), finished, parties.peer(), 0);
    }

    @Override
    public void close() {
        secrets.close();
    }
}
