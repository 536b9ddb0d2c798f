package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a context's clients or servers. Those that may be resumed are listed as long as the memory suffices, the
 * others as long as somebody refers to them. Bounded by count and age. For many threads.
 */
public abstract sealed class SessionContext implements SSLSessionContext
        permits ClientSessionContext, ServerSessionContext {

    private final SecureRandom random;
    private final Map<ByteBuffer, Reference<ConnectedSession>> sessions = new LinkedHashMap<>();
    private final EndedSessions ended = new EndedSessions();
    private int cacheSize;
    private int timeout;
    private int untilSweep = 64;

    /**
     * Without sessions yet.
     *
     * @param random makes the numbers of sessions that are not resumed
     * @param cacheSize the most that are remembered, 0 for no bound
     * @param timeout seconds, 0 for no limit
     */
    SessionContext(SecureRandom random, int cacheSize, int timeout) {
        this.random = random;
        this.cacheSize = cacheSize;
        this.timeout = timeout;
    }

    /** The time as these sessions see it. */
    abstract Instant now();

    /** A session is not to be resumed any more. Called without a lock. */
    abstract void forget(byte[] name);

    /** The time-out is another one from now on. Called without a lock. */
    abstract void timeoutChanged(Duration lifetime);

    /** A connection's session joins, with what it has in common with others of its name. */
    ConnectedSession join(ConnectionInfo info, Function<KeptSession, ConnectedSession> made) {
        SessionFacts facts = info.session().orElseGet(() -> new SessionFacts(freshName(), now()));
        List<byte[]> forgotten;
        ConnectedSession session;
        synchronized (sessions) {
            // Once in a while, so that what was let go of does not pile up; the price is spread over the sessions.
            if (--untilSweep <= 0) sweep();
            ByteBuffer name = ByteBuffer.wrap(facts.name());
            ConnectedSession before = found(name);
            session = made.apply(
                    before == null
                            ? new KeptSession(facts.name(), facts.established(), info.ownChain(), new SessionValues())
                            : before.kept());
            boolean resumable = info.session().isPresent();
            sessions.put(name, resumable ? new SoftReference<>(session) : new WeakReference<>(session));
            forgotten = trim();
        }
        forgotten.forEach(this::forget);
        return session;
    }

    /** The application wants it to be resumed no more. */
    void end(KeptSession session) {
        synchronized (sessions) {
            ended.add(session.name(), session.established(), now());
            sessions.remove(ByteBuffer.wrap(session.name()));
        }
        forget(session.name());
    }

    /** Whether a session may be resumed no more. */
    final boolean isOver(byte[] name, Instant established) {
        synchronized (sessions) {
            return ended.contains(name, established)
                    || timeout > 0 && !now().isBefore(established.plusSeconds(timeout));
        }
    }

    /** How long a session may be resumed. */
    final Duration lifetime() {
        return lifetime(getSessionTimeout());
    }

    /** The same for another time-out: 0, and what is too long, is the most that TLS allows. */
    static Duration lifetime(int seconds) {
        Duration wanted = Duration.ofSeconds(seconds);
        return seconds == 0 || wanted.compareTo(Session.LONGEST) > 0 ? Session.LONGEST : wanted;
    }

    @Override
    public @Nullable SSLSession getSession(byte[] sessionId) {
        ConnectedSession session;
        synchronized (sessions) {
            session = found(ByteBuffer.wrap(sessionId));
        }
        return session != null && session.isValid() ? session : null;
    }

    @Override
    public Enumeration<byte[]> getIds() {
        List<ConnectedSession> all = new ArrayList<>();
        synchronized (sessions) {
            sessions.values().forEach(one -> Optional.ofNullable(one.get()).ifPresent(all::add));
        }
        return Collections.enumeration(all.stream()
                .filter(ConnectedSession::isValid)
                .map(ConnectedSession::getId)
                .toList());
    }

    @Override
    public void setSessionTimeout(int seconds) {
        if (seconds < 0) throw new IllegalArgumentException("a negative time-out: " + seconds);
        synchronized (sessions) {
            timeout = seconds;
        }
        timeoutChanged(lifetime());
    }

    @Override
    public int getSessionTimeout() {
        synchronized (sessions) {
            return timeout;
        }
    }

    @Override
    public void setSessionCacheSize(int size) {
        if (size < 0) throw new IllegalArgumentException("a negative size: " + size);
        List<byte[]> forgotten;
        synchronized (sessions) {
            cacheSize = size;
            forgotten = trim();
        }
        forgotten.forEach(this::forget);
    }

    @Override
    public int getSessionCacheSize() {
        synchronized (sessions) {
            return cacheSize;
        }
    }

    private byte[] freshName() {
        byte[] name = new byte[Session.NAME_LENGTH];
        random.nextBytes(name);
        return name;
    }

    private @Nullable ConnectedSession found(ByteBuffer name) {
        Reference<ConnectedSession> reference = sessions.get(name);
        return reference == null ? null : reference.get();
    }

    private void sweep() {
        sessions.values().removeIf(reference -> {
            ConnectedSession session = reference.get();
            return session == null || !session.isValid();
        });
        untilSweep = Math.max(64, sessions.size());
    }

    private List<byte[]> trim() {
        if (cacheSize == 0) return List.of();
        List<byte[]> forgotten = new ArrayList<>();
        var eldest = sessions.entrySet().iterator();
        for (int over = sessions.size() - cacheSize; over > 0; over--) {
            forgotten.add(eldest.next().getKey().array());
            eldest.remove();
        }
        return forgotten;
    }
}
