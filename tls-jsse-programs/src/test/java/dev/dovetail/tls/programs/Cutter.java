package dev.dovetail.tls.programs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay that cuts: it hands on so many bytes of one direction, then ends both sides without TLS having said goodbye.
 *
 * <p>Each connection is cut at the same place, so that a client that tries again finds no luck either.
 */
final class Cutter implements AutoCloseable {

    /** Which bytes are counted. */
    enum Way {
        /** From the client to the server. */
        UP,
        /** From the server to the client. */
        DOWN
    }

    /** How TCP ends. */
    enum Manner {
        /** In order: the peer reads an end. */
        END,
        /** With a reset: the peer reads an error. */
        RESET
    }

    private final ServerSocket listener;
    private final int target;
    private final Way way;
    private final int limit;
    private final Manner manner;
    private final Semaphore asked;
    private final AtomicInteger cuts = new AtomicInteger();
    private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

    /**
     * Begins to listen.
     *
     * @param target the port of the server
     * @param way the direction that is counted
     * @param limit how many bytes of it are handed on
     * @param manner how it ends
     */
    Cutter(int target, Way way, int limit, Manner manner) throws IOException {
        this(target, way, limit, manner, new Semaphore(Integer.MAX_VALUE));
    }

    /**
     * Cuts only once the server has begun with the request: a reset takes with it what the server has not read yet, and a
     * server that has read nothing has nothing to say about it.
     *
     * @param asked has a permit for each request that the server has begun with
     */
    Cutter(int target, Way way, int limit, Manner manner, Semaphore asked) throws IOException {
        this.asked = asked;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        this.way = way;
        this.limit = limit;
        this.manner = manner;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many connections were cut so far. */
    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Closeable each : open) each.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(server);
            start(() -> relay(client, server, Way.UP));
            start(() -> relay(server, client, Way.DOWN));
        }
    }

    private void relay(Socket from, Socket to, Way own) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            int left = own == way ? limit : Integer.MAX_VALUE;
            for (int n; (n = in.read(buffer, 0, Math.min(buffer.length, left))) > 0; ) {
                out.write(buffer, 0, n);
                if (own == way) left -= n;
            }
            if (left > 0) return;
            asked.tryAcquire(Facts.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            cuts.incrementAndGet();
            if (manner == Manner.RESET) {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // Closed: there is nothing left to hand on.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
