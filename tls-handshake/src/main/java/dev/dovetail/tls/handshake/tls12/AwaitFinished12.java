package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.proof.FinishedChecked;

/**
 * The peer has changed its keys: its Finished is the first message under them (RFC 5246 7.4.9). A server answers with its
 * own; a client has sent it before.
 *
 * @param agreed what the hellos settled
 * @param secrets closed with this state
 * @param parties who took part
 */
public record AwaitFinished12(Agreed12 agreed, Secrets12 secrets, Parties12 parties) implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.FINISHED) throw unexpected(message, "Finished");
        FinishedChecked finished = secrets.check(message);
        if (agreed.role() == Role.SERVER) secrets.finish(effects);
        effects.connected(agreed.info(parties), secrets.exporter());
        secrets.close();
        return new Connected12(agreed.role(), finished, parties.peer(), 0);
    }

    @Override
    public void close() {
        secrets.close();
    }
}
