package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.EngineAt;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.server.ServerStart;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.TicketKeys;
import dev.dovetail.tls.testkit.FixedRandom;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** Makes servers of ours that stand for the recorded one of a trace. */
final class ReplayedServer {

    private static final int NONCE_OF_A_SEAL = 12;
    // The server sees a ticket older than its client does by the way there and back.
    private static final Duration TRANSIT = Duration.ofMillis(40);

    private final Trace trace;
    private final RecordedTicket ticket = RecordedTicket.read();
    private final TicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(1));
    private final ServerConfig.Builder config;

    ReplayedServer(int section) {
        this.trace = Trace.section(section);
        Cast cast = new Cast(trace, Role.SERVER);
        this.config = config(cast, cast.selection(cast.groupCodes(), cast.x25519()));
    }

    /** What servers of all traces have in common. Those of sections 5 to 7 resume nothing and give no tickets. */
    static ServerConfig.Builder config(Cast cast, Selection selection) {
        ServerConfig.Builder config = ServerConfig.of(selection)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .clientAuthentication(
                        cast.trace().has(Role.SERVER, "CertificateRequest")
                                ? ClientAuthentication.REQUIRED
                                : ClientAuthentication.NONE)
                .sessions(ServerSessions.none())
                .insecureSecretsInEvents();
        // In section 4 the session speaks for the server.
        return cast.hasCertificate() ? config.credential(cast.credential()) : config;
    }

    /** A server that does what the recorded one did. */
    Play play() {
        return switch (trace.section()) {
            case 3 -> play(1, any -> new TicketScript(ticket.message()));
            case 4 -> play(0, any -> new SessionScript(any, ticket));
            default -> play(new FixedRandom(helloRandom()), any -> new Script() {});
        };
    }

    /** A server of section 3 or 4 that gives a ticket which it has sealed itself. */
    Play playWithOwnTicket() {
        return play(1, any -> trace.section() == 4 ? new SessionScript(any, ticket) : new Script() {});
    }

    /** What a ticket of ours stands for. */
    Session opened(byte[] own) {
        return new SealedSessions(config.build()).open(own).orElseThrow();
    }

    private Play play(int tickets, Function<ServerConfig, Script> script) {
        boolean first = trace.section() == 3;
        config.sessions(ServerSessions.with(keys)
                .tickets(tickets)
                .lifetime(Duration.ofSeconds(ticket.message().lifetime()))
                .earlyData((int) ticket.message().mostEarlyData())
                .store(new ClaimedOnce())
                .clock(InstantSource.fixed(
                        first ? RecordedTicket.GIVEN : ticket.used().plus(TRANSIT)))
                .build());
        byte[] name = new byte[first ? Session.NAME_LENGTH : 0];
        byte[] ageAdd =
                ByteBuffer.allocate(4).putInt((int) ticket.message().ageAdd()).array();
        FixedRandom random = tickets == 0
                ? new FixedRandom(helloRandom())
                : new FixedRandom(helloRandom(), name, ageAdd, new byte[NONCE_OF_A_SEAL]);
        return play(random, script);
    }

    private Play play(FixedRandom random, Function<ServerConfig, Script> script) {
        Witness witness = new Witness();
        ServerConfig built = config.random(random).observer(witness).build();
        TlsEngine engine = EngineAt.server(built, new Scripted(ServerStart.with(built), script.apply(built)));
        return new Play(trace, engine, random, witness);
    }

    private byte[] helloRandom() {
        return Trace.random(trace.message(Role.SERVER, "ServerHello"));
    }
}
