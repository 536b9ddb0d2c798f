package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.ProtocolVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Clients that visit the servers of a fleet in turn, from several threads, one connection after the other, until they
 * are closed. Each has one session of each version at a time, and takes it to the next server.
 */
final class Visitors implements AutoCloseable {

    private final List<InetSocketAddress> servers;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final AtomicInteger unconnected = new AtomicInteger();
    private volatile boolean over;

    /** A connection that was there, and failed. */
    record Failure(int server, long begin, String what) {}

    Visitors(List<InetSocketAddress> servers, int threads) {
        this.servers = servers;
        for (int i = 0; i < threads; i++) {
            int first = i;
            Thread thread = new Thread(() -> visitAll(first), "visitor " + i);
            thread.setDaemon(true);
            this.threads.add(thread);
            thread.start();
        }
    }

    static Visitors of(List<FleetMember> members) {
        return new Visitors(members.stream().map(FleetMember::address).toList(), 4);
    }

    List<Visit> visits() {
        synchronized (visits) {
            return List.copyOf(visits);
        }
    }

    /** Those that began after a moment. */
    List<Visit> since(long moment) {
        return visits().stream().filter(visit -> visit.begin() - moment > 0).toList();
    }

    List<Failure> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** How often nobody was at an address. */
    int unconnected() {
        return unconnected.get();
    }

    /** Waits until so many visits of this kind have been made that begin from now on. */
    void await(int count, Predicate<Visit> kind) {
        long now = System.nanoTime();
        Await.until(() -> since(now).stream().filter(kind).limit(count).count() == count);
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread thread : threads) thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (threads.stream().anyMatch(Thread::isAlive)) throw new AssertionError("a visit does not end");
    }

    private void visitAll(int first) {
        List<Visitor> clients =
                List.of(new Visitor(ProtocolVersion.TLS_1_3, servers), new Visitor(ProtocolVersion.TLS_1_2, servers));
        for (int i = 0; !over; i++) visit(clients.get(i % 2), (first + i / 2) % servers.size());
    }

    private void visit(Visitor client, int server) {
        long begin = System.nanoTime();
        try {
            add(visits, client.visit(server));
        } catch (ConnectException nobody) {
            unconnected.incrementAndGet();
        } catch (IOException | RuntimeException e) {
            add(failures, new Failure(server, begin, e.toString()));
        }
    }

    private static <T> void add(List<T> all, T one) {
        synchronized (all) {
            all.add(one);
        }
    }
}
