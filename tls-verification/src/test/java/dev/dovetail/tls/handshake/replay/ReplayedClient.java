package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.EngineAt;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.client.ClientStart;
import dev.dovetail.tls.handshake.client.OwnShare;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.testkit.FixedRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes clients of ours that stand for the recorded one of a trace. */
final class ReplayedClient {

    private final Trace trace;
    private final RecordedPair pair;
    private final Selection selection;
    private final ClientConfig.Builder config;

    ReplayedClient(int section) {
        this.trace = Trace.section(section);
        Cast cast = new Cast(trace, Role.CLIENT);
        this.pair = cast.x25519();
        this.selection = cast.selection(cast.groupCodes(), pair);
        this.config = config(cast, selection);
    }

    /** What clients of all traces have in common; unless told otherwise, they have nothing to resume. */
    static ClientConfig.Builder config(Cast cast, Selection selection) {
        ClientConfig.Builder config = ClientConfig.of(selection)
                .serverName("server")
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .sessions(noSessionsYet(RecordedTicket.GIVEN))
                .insecureSecretsInEvents();
        if (cast.hasCertificate()) config.credential(cast.credential());
        // RFC 8448 7 alone is in compatibility mode, which shows in its session id.
        return cast.hello().sessionId().length == 0 ? config.withoutCompatibilityMode() : config;
    }

    static ClientSessions noSessionsYet(Instant now) {
        return ClientSessions.inMemory().clock(InstantSource.fixed(now));
    }

    static OwnShare share(ClientConfig config, RecordedPair pair) {
        return config.selection().groups().stream()
                .filter(group -> group.code() == pair.curve().code())
                .map(group -> new OwnShare(group, group.generate(config.random())))
                .findFirst()
                .orElseThrow();
    }

    /** What a client of section 3 keeps, read from the server's records; the caller closes it. */
    static HeldSession heldAfterTheFirstHandshake() {
        ReplayedClient client = new ReplayedClient(3);
        try (ClientSessions kept = noSessionsYet(RecordedTicket.GIVEN);
                Play play = client.play(kept)) {
            new Replay(play.engine()).playToTheEnd(Trace.section(3));
            return client.newest(kept).orElseThrow();
        }
    }

    /** A client that makes a full handshake from the recorded ClientHello on, and keeps what the server gives. */
    Play play(ClientSessions kept) {
        Witness witness = new Witness();
        FixedRandom random = new FixedRandom(nameOfTheSession());
        ClientConfig built =
                config.sessions(kept).random(random).observer(witness).build();
        State start = RecordedHello.first(built, trace.message(Role.CLIENT, "ClientHello"), share(built, pair));
        return new Play(trace, EngineAt.client(built, start), random, witness);
    }

    /** A client that resumes a session from its first state on, as recorded but for what the script does. */
    Play play(ClientSessions kept, HeldSession held) {
        ClientConfig built = resuming(kept, held);
        OfferedKey key = OfferedKey.of(
                held.ticket(), held.session(), selection.suites().get(0).hash());
        State start = new Scripted(ClientStart.with(built), new HelloScript(key, kept.now()));
        return play(built, EngineAt.client(built, start));
    }

    /** The same without a script. */
    Play playAlone(ClientSessions kept, HeldSession held) {
        ClientConfig built = resuming(kept, held);
        return play(built, TlsEngine.client(built));
    }

    /** The newest session of this client. */
    Optional<HeldSession> newest(ClientSessions kept) {
        return kept.offer(config.build().sessionScope().orElseThrow(), (Session any) -> true);
    }

    private ClientConfig resuming(ClientSessions kept, HeldSession held) {
        byte[] helloRandom = Trace.random(trace.message(Role.CLIENT, "ClientHello"));
        ClientConfig built = config.sessions(kept)
                .earlyData(EarlyDataUse.RESEND)
                .random(new FixedRandom(helloRandom))
                .observer(new Witness())
                .build();
        kept.keep(built.sessionScope().orElseThrow(), held.copy());
        return built;
    }

    private Play play(ClientConfig built, TlsEngine engine) {
        return new Play(trace, engine, (FixedRandom) built.random(), (Witness)
                built.observer().orElseThrow());
    }

    private static byte[] nameOfTheSession() {
        return new byte[Session.NAME_LENGTH];
    }
}
