package dev.dovetail.tls.cli;

import dev.dovetail.tls.net.TlsException;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves any number of connections, a thread each. Whatever a peer does ends its own connection and no other; each is told
 * of in one line.
 */
final class Server {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final TlsListener listener;
    private final Service service;
    private final Log log;
    private final Duration handshakeTimeout;
    private final Duration idleTimeout;
    private final AtomicLong count = new AtomicLong();
    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();
    private final Set<TlsStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Server(TlsListener listener, Service service, Log log, Duration handshakeTimeout, Duration idleTimeout) {
        this.listener = listener;
        this.service = service;
        this.log = log;
        this.handshakeTimeout = handshakeTimeout;
        this.idleTimeout = idleTimeout;
    }

    /** Serves one connection on this thread. */
    void serveOne() throws IOException {
        serve(listener.accept(), "connection 1");
    }

    /** Serves until {@link #close()}. */
    void serveAll() {
        while (!closing) {
            try {
                TlsStream stream = listener.accept();
                start(stream);
            } catch (IOException e) {
                if (closing) return;
                // Most likely there are too many open files: others have to end before this can go on.
                log.line("can't accept: " + Messages.of(e));
                pause();
            }
        }
    }

    /** Accepts no more, says goodbye on every connection, and waits for their ends a bounded time. */
    void close() {
        closing = true;
        try {
            listener.close();
        } catch (IOException gone) {
            // It accepts no more, which is what was wanted.
        }
        for (TlsStream stream : open) new Thread(stream::close, "closing").start();
        long deadline = System.nanoTime() + 2 * CLOSE.toNanos();
        for (Thread thread : serving) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || !joined(thread, left)) return;
        }
    }

    private void start(TlsStream stream) {
        String name = "connection " + count.incrementAndGet();
        Thread thread = new Thread(() -> serve(stream, name), name);
        // Those that are still there at the end are closed by close().
        thread.setDaemon(true);
        serving.add(thread);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            serving.remove(thread);
            log.line(name + ": no thread can be started for it");
            stream.close();
        }
    }

    private void serve(TlsStream stream, String name) {
        stream.handshakeTimeout(handshakeTimeout).readTimeout(idleTimeout).closeTimeout(CLOSE);
        Thread.currentThread().setName(name);
        open.add(stream);
        String met = "no handshake";
        String end;
        try (stream) {
            stream.handshake();
            met = ConnectionFacts.brief(stream.info());
            service.serve(stream);
            end = "closed";
        } catch (TlsException fault) {
            end = Messages.of(fault);
        } catch (SocketTimeoutException late) {
            end = "timed out: " + Messages.of(late);
        } catch (IOException broken) {
            end = closing ? "closed with the server" : "broken: " + Messages.of(broken);
        } catch (RuntimeException ours) {
            end = "failed: " + ours;
        } finally {
            open.remove(stream);
        }
        log.line(name + ": " + met + ": " + end);
        serving.remove(Thread.currentThread());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joined(Thread thread, long millis) {
        try {
            thread.join(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
