package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.ServerScope;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import dev.dovetail.tls.handshake.session.SessionPeer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the tickets of a server of TLS 1.3 go.
 *
 * @param sessions the client's cache
 * @param server under which they are kept there
 * @param hkdf with the suite's hash
 * @param suite the suite's number
 * @param resumption the connection's resumption secret; closed with this
 * @param recordLimit the most content that the server takes in one record
 * @param facts the connection's session
 * @param serverName as it was sent
 * @param applicationProtocol what was agreed on
 * @param peer how the server showed who it is
 */
public record TicketIntake(
        ClientSessions sessions,
        ServerScope server,
        Hkdf hkdf,
        int suite,
        Secret resumption,
        int recordLimit,
        SessionFacts facts,
        Optional<String> serverName,
        Optional<String> applicationProtocol,
        SessionPeer peer)
        implements AutoCloseable {

    /**
     * Keeps what a ticket stands for.
     *
     * @param ticket the server's; a lifetime of 0 says that it is of no use (RFC 8446 4.6.1)
     */
    public void take(NewSessionTicket13 ticket) {
        if (ticket.lifetime() == 0) return;
        Instant now = sessions.now();
        Duration lifetime = Duration.ofSeconds(Math.min(ticket.lifetime(), Session.LONGEST.toSeconds()));
        Session session = new Session(
                facts.name(),
                ProtocolVersion.TLS_1_3,
                suite,
                TicketSecret.of(hkdf, resumption, ticket.nonce()),
                facts.established(),
                now,
                lifetime,
                ticket.ageAdd(),
                ticket.mostEarlyData(),
                recordLimit,
                serverName,
                applicationProtocol,
                peer,
                false,
                new byte[0]);
        sessions.keep(server, new HeldSession(session, ticket.ticket(), false));
    }

    @Override
    public void close() {
        resumption.close();
    }
}
