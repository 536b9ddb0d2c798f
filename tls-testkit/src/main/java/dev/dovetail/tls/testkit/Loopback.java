package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A client and a server whose bytes go to each other in memory, one flight after the other, without threads or sockets:
 * what happens is the same in every run. Flights can be cut anywhere, records can be changed on their way, and all that
 * was said and seen is kept.
 *
 * <p>It never hangs: where both ends wait for each other it fails, and says what for. For one thread.
 */
public final class Loopback implements AutoCloseable {

    private static final int MOST_FLIGHTS = 10_000;

    private final LoopbackEnd client;
    private final LoopbackEnd server;
    private final int[] flights = new int[Role.values().length];
    private final int[] records = new int[Role.values().length];
    private Chunking chunking = Chunking.whole();
    private RecordChange change = RecordChange.none();
    private boolean tasksHeld;

    private Loopback(LoopbackEnd client, LoopbackEnd server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Two engines as they are; events are for their own observers.
     *
     * @param client a client, closed by {@link #close()}
     * @param server a server, closed by {@link #close()}
     * @return nothing has been sent yet
     */
    public static Loopback of(TlsEngine client, TlsEngine server) {
        return new Loopback(new LoopbackEnd(client, new EventLog()), new LoopbackEnd(server, new EventLog()));
    }

    /**
     * Two engines that are watched: see {@link LoopbackEnd#events()}.
     *
     * @param client gets an observer, and is built
     * @param server gets an observer, and is built
     * @return nothing has been sent yet
     */
    public static Loopback between(ClientConfig.Builder client, ServerConfig.Builder server) {
        EventLog clientLog = new EventLog();
        EventLog serverLog = new EventLog();
        TlsEngine first = TlsEngine.client(client.observer(clientLog).build());
        TlsEngine second = TlsEngine.server(server.observer(serverLog).build());
        return new Loopback(new LoopbackEnd(first, clientLog), new LoopbackEnd(second, serverLog));
    }

    /**
     * Says how flights are cut from now on.
     *
     * @param strategy the strategy
     * @return this
     */
    public Loopback chunking(Chunking strategy) {
        chunking = strategy;
        return this;
    }

    /**
     * Lets somebody change records on their way from now on.
     *
     * @param attacker sees them before they are cut
     * @return this
     */
    public Loopback changing(RecordChange attacker) {
        change = attacker;
        return this;
    }

    /**
     * Leaves slow steps to the test: see {@link LoopbackEnd#runTask()}. Otherwise they run where they are found.
     *
     * @return this
     */
    public Loopback holdTasks() {
        tasksHeld = true;
        return this;
    }

    /**
     * The client.
     *
     * @return its end
     */
    public LoopbackEnd client() {
        return client;
    }

    /**
     * The server.
     *
     * @return its end
     */
    public LoopbackEnd server() {
        return server;
    }

    /**
     * An end by its role.
     *
     * @param role whose
     * @return the end
     */
    public LoopbackEnd end(Role role) {
        return role == Role.CLIENT ? client : server;
    }

    /**
     * Moves one flight: all that one end has to say now.
     *
     * @param from who speaks
     * @return false if it had nothing to say
     */
    public boolean step(Role from) {
        LoopbackEnd end = end(from);
        boolean worked = !tasksHeld && runTasks(end);
        byte[] flight = end.flight();
        if (flight.length == 0) return worked;
        ByteArrayOutputStream arriving = new ByteArrayOutputStream();
        for (byte[] record : WireRecord.split(flight)) {
            change.change(from, records[from.ordinal()]++, record).forEach(arriving::writeBytes);
        }
        byte[] bytes = arriving.toByteArray();
        if (bytes.length > 0) {
            chunking.cut(from, flights[from.ordinal()], bytes).forEach(end(from.peer())::take);
        }
        flights[from.ordinal()]++;
        return true;
    }

    /**
     * Moves flights both ways until neither end has anything to say. Faults stay in the engines: see
     * {@link LoopbackEnd#failure()}.
     *
     * @return this
     */
    public Loopback pump() {
        for (int i = 0; i < MOST_FLIGHTS; i++) {
            boolean moved = step(Role.CLIENT);
            moved |= step(Role.SERVER);
            if (!moved) return this;
        }
        throw new IllegalStateException("the ends talk and talk: " + this);
    }

    /**
     * Moves flights until both ends are connected.
     *
     * @return this
     * @throws TlsFault what made an end fail: the one that found it, not the one that was told
     * @throws IllegalStateException if the ends wait for each other; says what for
     */
    public Loopback handshake() {
        pump();
        throwFailure();
        if (!client.engine().connected() || !server.engine().connected()) {
            throw new IllegalStateException("the handshake stands still: " + this);
        }
        return this;
    }

    /**
     * Sends application data and fetches it at the other end.
     *
     * @param from who sends
     * @param data any length
     * @return what arrived of it
     * @throws TlsFault if an end fails
     */
    public byte[] exchange(Role from, byte[] data) {
        int before = end(from.peer()).received().length;
        end(from).write(data);
        pump();
        throwFailure();
        byte[] all = end(from.peer()).received();
        return Arrays.copyOfRange(all, before, all.length);
    }

    /**
     * Ends both sides with close_notify.
     *
     * @return this
     */
    public Loopback closeBothWays() {
        client.engine().closeWrite();
        server.engine().closeWrite();
        return pump();
    }

    /** Closes both engines. */
    @Override
    public void close() {
        client.engine().close();
        server.engine().close();
    }

    /** Where both ends stand. */
    @Override
    public String toString() {
        return client + "; " + server;
    }

    private void throwFailure() {
        List<TlsFault> faults = java.util.stream.Stream.of(client, server)
                .flatMap(end -> end.failure().stream())
                .sorted(java.util.Comparator.comparing(fault -> !fault.fault().answered()))
                .toList();
        if (!faults.isEmpty()) throw faults.get(0);
    }

    private static boolean runTasks(LoopbackEnd end) {
        boolean ran = false;
        for (int i = 0; i < MOST_FLIGHTS && end.runTask(); i++) ran = true;
        return ran;
    }
}
