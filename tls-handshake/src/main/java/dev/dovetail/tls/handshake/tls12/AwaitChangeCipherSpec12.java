package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HelloRequest;

/**
 * Everything is exchanged and proved but the peer's Finished: its ChangeCipherSpec comes first (RFC 5246 7.1).
 *
 * @param agreed what the hellos settled
 * @param secrets closed with this state
 * @param parties who took part
 */
public record AwaitChangeCipherSpec12(Agreed12 agreed, Secrets12 secrets, Parties12 parties) implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (agreed.role() == Role.CLIENT && HelloRequest.is(message)) return this;
        throw unexpected(message, "ChangeCipherSpec");
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        secrets.changeRead(effects);
        return new AwaitFinished12(agreed, secrets, parties);
    }

    @Override
    public void close() {
        secrets.close();
    }
}
