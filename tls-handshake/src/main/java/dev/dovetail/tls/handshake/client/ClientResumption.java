package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.session.HeldSession;
import dev.dovetail.tls.handshake.session.Session;
import java.util.Arrays;
import java.util.Optional;

/**
 * The session that a client offers to resume, if it holds one for this server that its configuration still fits.
 *
 * @param config the client's
 * @param held closed with this
 */
record ClientResumption(ClientConfig config, Optional<HeldSession> held) implements AutoCloseable {

    /** Looks into the cache; a ticket of TLS 1.3 is gone from there afterwards. */
    static ClientResumption of(ClientConfig config) {
        return new ClientResumption(
                config,
                config.sessionScope().flatMap(server -> config.sessions().offer(server, one -> usable(config, one))));
    }

    /** Whether sessions can be kept at all: only then is the server asked for them. */
    static boolean wanted(ClientConfig config) {
        return config.sessions().enabled() && config.sessionScope().isPresent();
    }

    /** The key of a session of TLS 1.3, which owns the session. */
    Optional<OfferedKey> key() {
        return held.filter(one -> is(one, ProtocolVersion.TLS_1_3))
                .map(one -> OfferedKey.of(
                        one.ticket(),
                        one.session(),
                        suite(config, one.session()).orElseThrow().hash()));
    }

    /** The session of TLS 1.2. */
    Optional<HeldSession> tls12() {
        return held.filter(one -> is(one, ProtocolVersion.TLS_1_2));
    }

    /** Early data, if the application may send some: the ticket allows it, and its protocol is offered again. */
    Optional<EarlyOffer> early() {
        if (config.earlyData() == EarlyDataUse.NEVER) return Optional.empty();
        return held.filter(one -> is(one, ProtocolVersion.TLS_1_3))
                .map(HeldSession::session)
                .filter(one -> one.mostEarlyData() > 0)
                .filter(one -> one.applicationProtocol()
                        .map(config.applicationProtocols()::contains)
                        .orElse(true))
                .map(one -> new EarlyOffer(
                        config.earlyData(), suite(config, one).orElseThrow(), one.applicationProtocol(), true));
    }

    @Override
    public void close() {
        held.ifPresent(HeldSession::close);
    }

    /** What the session was made with must be enabled still: its suite tells the hash of its key as well. */
    private static boolean usable(ClientConfig config, Session session) {
        return suite(config, session).isPresent()
                && Arrays.equals(session.scope(), new byte[0])
                && session.serverName().equals(config.serverName().filter(ClientOffer::isSent));
    }

    private static Optional<UsableSuite> suite(ClientConfig config, Session session) {
        return config.selection().suites(session.version()).stream()
                .filter(one -> one.code() == session.suite())
                .findFirst();
    }

    private static boolean is(HeldSession held, ProtocolVersion version) {
        return held.session().version().equals(version);
    }
}
