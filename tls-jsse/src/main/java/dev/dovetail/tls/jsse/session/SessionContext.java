package dev.dovetail.tls.jsse.session;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a context's clients or servers, as long as somebody refers to them: none is kept for being resumed. Bounded
 * by count and age. For many threads.
 */
public final class SessionContext implements SSLSessionContext {

    private static final int DAY = 86_400;
    private static final int ID_LENGTH = 32;

    private final SecureRandom random;
    private final Map<ByteBuffer, WeakReference<ConnectedSession>> sessions = new LinkedHashMap<>();
    private int cacheSize;
    private int timeout = DAY;
    private int untilSweep = 64;

    /**
     * Without sessions yet.
     *
     * @param random makes their numbers
     * @param cacheSize the most that are remembered, 0 for no bound
     */
    public SessionContext(SecureRandom random, int cacheSize) {
        this.random = random;
        this.cacheSize = cacheSize;
    }

    byte[] join(ConnectedSession session) {
        byte[] id = new byte[ID_LENGTH];
        random.nextBytes(id);
        synchronized (sessions) {
            // Once in a while, so that what was let go of does not pile up; the price is spread over the sessions.
            if (--untilSweep <= 0) sweep();
            sessions.put(ByteBuffer.wrap(id), new WeakReference<>(session));
            trim();
        }
        return id;
    }

    void leave(byte[] id) {
        synchronized (sessions) {
            sessions.remove(ByteBuffer.wrap(id));
        }
    }

    boolean isOver(ConnectedSession session) {
        int seconds = getSessionTimeout();
        return seconds > 0 && System.currentTimeMillis() - session.getCreationTime() >= 1000L * seconds;
    }

    @Override
    public @Nullable SSLSession getSession(byte[] sessionId) {
        WeakReference<ConnectedSession> found;
        synchronized (sessions) {
            found = sessions.get(ByteBuffer.wrap(sessionId));
        }
        ConnectedSession session = found == null ? null : found.get();
        return session != null && session.isValid() ? session : null;
    }

    @Override
    public Enumeration<byte[]> getIds() {
        List<byte[]> ids = new ArrayList<>();
        synchronized (sessions) {
            sessions.forEach((id, reference) -> {
                ConnectedSession session = reference.get();
                if (session != null && session.isValid()) ids.add(session.getId());
            });
        }
        return Collections.enumeration(ids);
    }

    @Override
    public void setSessionTimeout(int seconds) {
        if (seconds < 0) throw new IllegalArgumentException("a negative time-out: " + seconds);
        synchronized (sessions) {
            timeout = seconds;
        }
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
        synchronized (sessions) {
            cacheSize = size;
            trim();
        }
    }

    @Override
    public int getSessionCacheSize() {
        synchronized (sessions) {
            return cacheSize;
        }
    }

    private void sweep() {
        sessions.values().removeIf(reference -> reference.get() == null);
        untilSweep = Math.max(64, sessions.size());
    }

    private void trim() {
        if (cacheSize == 0) return;
        var eldest = sessions.entrySet().iterator();
        for (int over = sessions.size() - cacheSize; over > 0; over--) {
            eldest.next();
            eldest.remove();
        }
    }
}
