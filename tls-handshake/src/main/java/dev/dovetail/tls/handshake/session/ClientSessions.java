package dev.dovetail.tls.handshake.session;

import dev.dovetail.tls.api.ProtocolVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sessions that a client may resume, in memory, for all connections of the configurations that share this. For many
 * threads. Bounded by count and bytes: the server that was not asked for longest is forgotten first.
 */
public final class ClientSessions implements AutoCloseable {

    // Choice: more than a server gives at once; what is older is worth less.
    private static final int MOST_OF_ONE_SERVER = 8;
    // Choice: some 10,000 usual tickets. A server decides how long its tickets are, so their count alone bounds
    // nothing.
    private static final long MOST_BYTES = 16 << 20;
    // Choice: a hello has 2^16 bytes for all extensions, a cookie and keys of the application among them.
    private static final int LONGEST_TICKET = 1 << 14;
    // What an entry costs besides its ticket and the certificates, roughly.
    private static final int OVERHEAD = 512;

    private final int mostServers;
    private final boolean reusing;
    private final InstantSource clock;
    private final Map<ServerScope, Deque<HeldSession>> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private boolean closed;

    private ClientSessions(int mostServers, boolean reusing, InstantSource clock) {
        this.mostServers = mostServers;
        this.reusing = reusing;
        this.clock = clock;
    }

    /**
     * For a thousand servers; each ticket of TLS 1.3 is used once, so that connections can't be linked by it (RFC 8446 C.4).
     *
     * @return empty; the owner closes it
     */
    public static ClientSessions inMemory() {
        return new ClientSessions(1000, false, InstantSource.system());
    }

    /**
     * Nothing is kept or offered: every handshake is a full one.
     *
     * @return the empty cache
     */
    public static ClientSessions none() {
        return new ClientSessions(0, false, InstantSource.system());
    }

    /**
     * The same settings for another number of servers.
     *
     * @param most how many servers are remembered, 0 for none
     * @return empty
     */
    public ClientSessions servers(int most) {
        if (most < 0) throw new IllegalArgumentException("a negative number of servers: " + most);
        return new ClientSessions(most, reusing, clock);
    }

    /**
     * The same settings, but tickets of TLS 1.3 are used again until they expire: connections can then be linked by who
     * listens, and servers that take each ticket once refuse them.
     *
     * @return empty
     */
    public ClientSessions reusingTickets() {
        return new ClientSessions(mostServers, true, clock);
    }

    /**
     * The same settings with another clock.
     *
     * @param source tells the time
     * @return empty
     */
    public ClientSessions clock(InstantSource source) {
        return new ClientSessions(mostServers, reusing, source);
    }

    /**
     * Whether anything is kept here.
     *
     * @return false for {@link #none()}
     */
    public boolean enabled() {
        return mostServers > 0;
    }

    /**
     * The time as this cache sees it.
     *
     * @return now
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * The newest session for a server. Of TLS 1.3 it is gone afterwards, unless tickets are reused; of TLS 1.2 it stays.
     *
     * @param server which
     * @param usable whether the configuration can resume it
     * @return the caller closes it; empty if there is none
     */
    public synchronized Optional<HeldSession> offer(ServerScope server, Predicate<Session> usable) {
        Deque<HeldSession> list = held.get(server);
        if (list == null) return Optional.empty();
        Instant now = now();
        for (Iterator<HeldSession> all = list.iterator(); all.hasNext(); ) {
            HeldSession one = all.next();
            if (!one.session().fresh(now)) {
                all.remove();
                drop(one);
            } else if (usable.test(one.session())) {
                if (reusing || !one.session().version().equals(ProtocolVersion.TLS_1_3)) return Optional.of(one.copy());
                all.remove();
                bytes -= size(one);
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps a session.
     *
     * @param server whose
     * @param session taken over
     */
    public synchronized void keep(ServerScope server, HeldSession session) {
        if (closed || !enabled() || session.ticket().length > LONGEST_TICKET) {
            session.close();
            return;
        }
        Deque<HeldSession> list = held.computeIfAbsent(server, fresh -> new ArrayDeque<>());
        // A session of TLS 1.2 is renewed: the old ticket stands for the same secret.
        if (!session.session().version().equals(ProtocolVersion.TLS_1_3))
            forget(list, session.session().name());
        list.addFirst(session);
        bytes += size(session);
        while (list.size() > MOST_OF_ONE_SERVER) drop(list.removeLast());
        while (held.size() > mostServers || bytes > MOST_BYTES) forgetEldest();
    }

    /**
     * Forgets a session with all its tickets, for every server.
     *
     * @param name its name
     */
    public synchronized void forget(byte[] name) {
        held.values().forEach(list -> forget(list, name));
        held.values().removeIf(Deque::isEmpty);
    }

    /** Forgets everything; the cache stays of use. */
    public synchronized void clear() {
        held.values().forEach(list -> list.forEach(HeldSession::close));
        held.clear();
        bytes = 0;
    }

    /**
     * How many sessions there are.
     *
     * @return tickets and sessions, expired ones among them until they are met
     */
    public synchronized int size() {
        return held.values().stream().mapToInt(Deque::size).sum();
    }

    /** Forgets everything, and keeps nothing more: connections that stand still get tickets. */
    @Override
    public synchronized void close() {
        closed = true;
        clear();
    }

    @Override
    public String toString() {
        return "ClientSessions[" + size() + " of at most " + mostServers + " servers]";
    }

    private void forget(Deque<HeldSession> list, byte[] name) {
        for (Iterator<HeldSession> all = list.iterator(); all.hasNext(); ) {
            HeldSession one = all.next();
            if (!Arrays.equals(one.session().name(), name)) continue;
            all.remove();
            drop(one);
        }
    }

    private void forgetEldest() {
        Iterator<Deque<HeldSession>> eldest = held.values().iterator();
        if (!eldest.hasNext()) return;
        eldest.next().forEach(this::drop);
        eldest.remove();
    }

    private void drop(HeldSession one) {
        bytes -= size(one);
        one.close();
    }

    private static long size(HeldSession one) {
        // Certificates are counted as they usually are: encoding them here would cost more than they do.
        return OVERHEAD
                + one.ticket().length
                + 2048L * one.session().peer().chain().size();
    }
}
