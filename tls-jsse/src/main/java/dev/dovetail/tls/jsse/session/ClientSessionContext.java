package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerScope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sessions of a context's clients, and the cache of those that they may resume. */
public final class ClientSessionContext extends SessionContext {

    private final ClientSessions cache;

    /**
     * Without sessions yet.
     *
     * @param cache holds what may be resumed
     * @param random makes the numbers of sessions that are not resumed
     * @param cacheSize the most that are remembered, 0 for no bound
     * @param timeout seconds, 0 for no limit
     */
    public ClientSessionContext(ClientSessions cache, SecureRandom random, int cacheSize, int timeout) {
        super(random, cacheSize, timeout);
        this.cache = cache;
    }

    /**
     * The cache.
     *
     * @return the context's, or one that its options name
     */
    public ClientSessions cache() {
        return cache;
    }

    /**
     * Forgets what was invalidated for a server, or is too old.
     *
     * @param server which
     * @return whether there is a session that may be resumed
     */
    public boolean refresh(ServerScope server) {
        List<byte[]> over = new ArrayList<>();
        List<byte[]> good = new ArrayList<>();
        // A look only: nothing that is refused here leaves the cache.
        cache.offer(server, session -> {
            boolean ends = isOver(session.name(), session.established());
            (ends ? over : good).add(session.name());
            return false;
        });
        over.forEach(cache::forget);
        return !good.isEmpty();
    }

    @Override
    Instant now() {
        return cache.now();
    }

    @Override
    void forget(byte[] name) {
        cache.forget(name);
    }

    @Override
    void timeoutChanged(Duration lifetime) {
        // It is looked at when a session is to be offered.
    }
}
