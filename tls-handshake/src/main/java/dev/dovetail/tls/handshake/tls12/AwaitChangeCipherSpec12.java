package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.HelloRequest;
import dev.dovetail.tls.handshake.message.NewSessionTicket12;
import java.util.Optional;

/**
 * Everything is exchanged and proved but the peer's Finished: its ChangeCipherSpec comes first (RFC 5246 7.1), on a client
 * behind the ticket that the server has announced (RFC 5077 3.3).
 *
 * @param agreed what the hellos settled
 * @param secrets closed with this state
 * @param parties who took part
 * @param ticket the server's, once it came
 */
public record AwaitChangeCipherSpec12(
        Agreed12 agreed, Secrets12 secrets, Parties12 parties, Optional<NewSessionTicket12> ticket) implements State {

    /**
     * Before any ticket.
     *
     * @param agreed what the hellos settled
     * @param secrets closed with this state
     * @param parties who took part
     */
    public AwaitChangeCipherSpec12(Agreed12 agreed, Secrets12 secrets, Parties12 parties) {
        this(agreed, secrets, parties, Optional.empty());
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (agreed.role() == Role.CLIENT && HelloRequest.is(message)) return this;
        if (message.type() == HandshakeType.NEW_SESSION_TICKET && ticketIsDue()) {
            NewSessionTicket12 received = NewSessionTicket12.read(message);
            agreed.saw(message);
            return new AwaitChangeCipherSpec12(agreed, secrets, parties, Optional.of(received));
        }
        throw unexpected(message, ticketIsDue() ? "NewSessionTicket" : "ChangeCipherSpec");
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        if (ticketIsDue()) {
            throw Fault.CHANGE_CIPHER_SPEC_UNEXPECTED.because("the server announced a ticket, and sent none");
        }
        secrets.changeRead(effects);
        return new AwaitFinished12(agreed, secrets, parties, ticket);
    }

    @Override
    public void close() {
        secrets.close();
    }

    private boolean ticketIsDue() {
        return agreed.role() == Role.CLIENT && agreed.sessions().ticket() && ticket.isEmpty();
    }
}
