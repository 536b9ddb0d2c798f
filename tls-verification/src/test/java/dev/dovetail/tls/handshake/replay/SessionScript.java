package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import dev.dovetail.tls.handshake.psk.KeySearch;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.resumption.ResumptionRules;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionPeer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server that knows what the recorded ticket stands for: only who sealed it can open it, so ours looks for it, finds
 * nothing, and is told. Whether the session suits, its binder, and what becomes of early data is its own business.
 *
 * @param config the server's
 * @param ticket the recorded one
 */
record SessionScript(ServerConfig config, RecordedTicket ticket) implements Script {

    private static final Optional<String> NAME = Optional.of("server");

    @Override
    public Object outcome(String step, Object own) {
        if (!(own instanceof KeySearch.Found found)) return own;
        assertThat(found.key()).as("whom the recorded ticket tells something").isEmpty();
        Session session = session();
        assertThat(ResumptionRules.objection(session, config, ProtocolVersion.TLS_1_3, NAME))
                .isEmpty();
        OfferedKey key = OfferedKey.of(ticket.message().ticket(), session, suite().hash());
        return new KeySearch.Found(Optional.of(new AcceptedKey(0, key)));
    }

    private UsableSuite suite() {
        return config.selection().suites().get(0);
    }

    private Session session() {
        return new Session(
                new byte[Session.NAME_LENGTH],
                ProtocolVersion.TLS_1_3,
                suite().code(),
                ticket.key(),
                RecordedTicket.GIVEN,
                RecordedTicket.GIVEN,
                Duration.ofSeconds(ticket.message().lifetime()),
                ticket.message().ageAdd(),
                ticket.message().mostEarlyData(),
                1 << 14,
                NAME,
                Optional.empty(),
                new SessionPeer(OptionalInt.empty(), Optional.empty(), List.of(), new byte[0]),
                false,
                config.sessionScope());
    }
}
