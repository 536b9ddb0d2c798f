package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionFacts;
import dev.dovetail.tls.handshake.session.TicketKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of a context's servers, and how clients may resume them. */
public final class ServerSessionContext extends SessionContext {

    private final ServerSessions given;
    private final Optional<Duration> rotation;
    private ServerSessions base;
    private Duration keysOpen;
    private @Nullable Object trusted;
    private Instant trustedSince = Instant.MIN;

    private ServerSessionContext(
            ServerSessions given, Optional<Duration> rotation, SecureRandom random, int cacheSize, int timeout) {
        super(random, cacheSize, timeout);
        this.given = given;
        this.rotation = rotation;
        this.base = given;
        this.keysOpen = lifetime(timeout);
    }

    /**
     * Resuming as somebody else says; the time-out can only shorten the life of a session.
     *
     * @param given keys, store and settings; early data is left out, for which {@code javax.net.ssl} has no word
     * @param random makes the numbers of sessions that are not resumed
     * @param cacheSize the most that are remembered, 0 for no bound
     * @param timeout seconds, 0 for no limit
     * @return without sessions yet
     */
    public static ServerSessionContext of(ServerSessions given, SecureRandom random, int cacheSize, int timeout) {
        return new ServerSessionContext(given, Optional.empty(), random, cacheSize, timeout);
    }

    /**
     * Tickets under keys of this context alone, which open as long as the time-out says.
     *
     * @param rotation how long a key seals
     * @param tickets how many a client of TLS 1.3 gets
     * @param random makes the numbers of sessions that are not resumed
     * @param cacheSize the most that are remembered, 0 for no bound
     * @param timeout seconds, 0 for no limit
     * @return without sessions yet
     */
    public static ServerSessionContext ownKeys(
            Duration rotation, int tickets, SecureRandom random, int cacheSize, int timeout) {
        ServerSessions settings = ServerSessions.with(RotatingTicketKeys.every(rotation, lifetime(timeout)))
                .tickets(tickets)
                .build();
        return new ServerSessionContext(settings, Optional.of(rotation), random, cacheSize, timeout);
    }

    /**
     * How a connection's session may be resumed.
     *
     * @param part by whom: only by connections with the same text
     * @return settings for the connection's configuration
     */
    public ServerSessions sessions(String part) {
        ServerSessions now = current();
        if (now.keys().isEmpty()) return ServerSessions.none();
        String scope = new String(now.scope(), StandardCharsets.UTF_8);
        Duration longest = rotation.isPresent() ? lifetime() : shorter(lifetime(), now.lifetime());
        return copy(now, now.keys().get())
                .lifetime(longest)
                .scope(part.isEmpty() ? scope : scope + '\0' + part)
                .build();
    }

    /**
     * Whether a session may be resumed that a client has brought.
     *
     * @param session which
     * @return false if it was invalidated here, or is older than the time-out allows
     */
    public boolean resumable(SessionFacts session) {
        return !isOver(session.name(), session.established());
    }

    /**
     * When the trust in clients last became another one: who was trusted before has to be judged again.
     *
     * @param now what is trusted; as an object
     * @return before all times if it has not changed
     */
    public synchronized Instant trustedSince(Object now) {
        if (trusted != null && trusted != now) trustedSince = now();
        trusted = now;
        return trustedSince;
    }

    @Override
    Instant now() {
        return given.now();
    }

    @Override
    void forget(byte[] name) {
        // Clients hold the sessions: those that ended are known by their names.
    }

    /** Keys that retire too early make place for others; what the old ones sealed is resumed no more. */
    @Override
    synchronized void timeoutChanged(Duration lifetime) {
        if (rotation.isEmpty() || lifetime.compareTo(keysOpen) <= 0) return;
        ServerSessions before = base;
        keysOpen = lifetime;
        base = copy(given, RotatingTicketKeys.every(rotation.get(), lifetime)).build();
        before.keys().ifPresent(TicketKeys::close);
    }

    private synchronized ServerSessions current() {
        return base;
    }

    private static ServerSessions.Builder copy(ServerSessions from, TicketKeys keys) {
        ServerSessions.Builder builder = ServerSessions.with(keys)
                .tickets(from.tickets())
                .lifetime(from.lifetime())
                .scope(new String(from.scope(), StandardCharsets.UTF_8))
                .clock(from::now);
        from.store().ifPresent(builder::store);
        return from.singleUse() ? builder.singleUse() : builder;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
