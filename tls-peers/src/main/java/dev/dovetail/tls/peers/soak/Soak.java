package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.peers.Arguments;
import dev.dovetail.tls.peers.Contender;
import dev.dovetail.tls.peers.Contexts;
import dev.dovetail.tls.peers.Heap;
import dev.dovetail.tls.peers.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * The command {@code dovetail soak}: a server and thousands of clients, for as long as one likes. An error on a
 * connection that the test did not disturb fails it, and so does anything that is left at the end.
 */
public final class Soak {

    static final String HOST = "server.test";

    // Choice: what a leak of 16 bytes on each connection makes in ten minutes, and far more than caches vary by.
    private static final long MARGIN = 4 << 20;
    private static final int SESSIONS = 256;
    private static final int WARM_UP_SHARE = 5;
    private static final int LONGEST_WARM_UP = 60;
    private static final int WRONG_USE = 2;
    // A quarter of the clients is the JDK's.
    private static final List<Contender> CLIENTS =
            List.of(Contender.DOVETAIL, Contender.DOVETAIL, Contender.DOVETAIL, Contender.SUN);

    private final SoakOptions options;
    private final PrintStream out;
    private final Census census = new Census();
    private final Progress progress;

    Soak(SoakOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.progress = new Progress(census, out);
    }

    /**
     * Runs the soak.
     *
     * @param arguments see {@code --help}; the status is 0 if all went well, 1 if it did not, 2 for wrong use
     * @throws Exception if it can't be run at all
     */
    public static void main(String... arguments) throws Exception {
        System.exit(run(System.out, arguments));
    }

    private static int run(PrintStream out, String... arguments) throws Exception {
        try {
            Arguments parsed = Arguments.parse(SoakOptions.names(), arguments);
            if (parsed.help()) {
                out.print(SoakOptions.USAGE);
                return 0;
            }
            SoakOptions options = SoakOptions.of(parsed);
            Optional<String> obstacle = Descriptors.obstacle(options.connections());
            if (obstacle.isPresent()) throw new IllegalArgumentException(obstacle.get());
            return new Soak(options, out).run().isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            System.err.println("dovetail soak: " + wrong.getMessage());
            return WRONG_USE;
        }
    }

    /** Answers what went wrong: nothing, if all is well. */
    List<String> run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Machine.facts(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .forEach((name, value) -> out.printf("%-8s %s%n", name, value));
        out.printf(
                "Soak     %d connections for %d s, seed %d; server: %s, clients: %s%n%n",
                options.connections(), options.seconds(), options.seed(), Contender.DOVETAIL, CLIENTS);
        Leftovers leftovers = Leftovers.before();
        Workers workers = new Workers();
        EventLoop serverLoop = new EventLoop("soak-server", ByteBuffer::allocateDirect, this::trouble);
        EventLoop clientLoop = new EventLoop("soak-clients", ByteBuffer::allocate, this::trouble);
        try (ServerSocketChannel listener = EchoServer.listen()) {
            soak(workers, serverLoop, clientLoop, listener);
        } finally {
            if (!serverLoop.stop() | !clientLoop.stop() | !workers.stop()) census.failure("threads do not end");
        }
        leftovers.check(census);
        return report();
    }

    private void soak(Workers workers, EventLoop serverLoop, EventLoop clientLoop, ServerSocketChannel listener)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Contender, SSLContext> contexts = new EnumMap<>(Contender.class);
        Authority root = Authority.create("Dovetail Soak Root");
        for (Contender contender : CLIENTS)
            contexts.computeIfAbsent(contender, one -> fewSessions(new Contexts(one).create(root, Optional.empty())));
        SSLContext context = fewSessions(
                new Contexts(Contender.DOVETAIL).create(root, Optional.of(root.issue(Request.server(HOST)))));
        Noise noise = new Noise(options.seed());
        EchoServer server = new EchoServer(serverLoop, workers, context, new Ledger(), noise, census, listener);
        Crowd crowd = new Crowd(clientLoop, workers, contexts, CLIENTS, server, options.seed());
        serverLoop.start();
        clientLoop.start();
        server.start();
        int warmUp = Math.min(Math.max(1, options.seconds() / WARM_UP_SHARE), LONGEST_WARM_UP);
        long before = phase("warm-up", crowd, warmUp);
        long baseline = census.begun.sum();
        long after = phase("soak", crowd, Math.max(1, options.seconds() - warmUp));
        compare(before, after, census.begun.sum() - baseline);
        expectKeys("server", serverLoop, 1);
        expectKeys("clients", clientLoop, 0);
        if (server.ledger().size() > 0)
            census.failure("connections never arrived: " + server.ledger().size());
    }

    /** Answers the bytes that are in use when all connections are gone. */
    private long phase(String name, Crowd crowd, int seconds) throws InterruptedException {
        out.printf("%s, %d s%n", name, seconds);
        crowd.open(options.connections());
        progress.watch(seconds);
        crowd.close();
        progress.drain();
        long left = Heap.afterCollection();
        out.printf(
                Locale.ROOT,
                "%d were open at once, all are gone; heap after collection: %.2f MiB%n%n",
                progress.most(),
                Progress.mebibytes(left));
        return left;
    }

    private void compare(long before, long after, long connections) {
        long growth = after - before;
        String text = String.format(
                Locale.ROOT,
                "heap after collection: %.2f MiB after the warm-up, %.2f MiB at the end: %+.2f MiB in %d connections;"
                        + " up to %.2f MiB is flat",
                Progress.mebibytes(before),
                Progress.mebibytes(after),
                Progress.mebibytes(growth),
                connections,
                Progress.mebibytes(MARGIN));
        out.println(text + "\n");
        if (growth > MARGIN) census.failure(text);
    }

    private void expectKeys(String whose, EventLoop loop, int wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        int keys = loop.keys().get(10, TimeUnit.SECONDS);
        if (keys != wanted) census.failure("selector of the " + whose + " has " + keys + " keys, not " + wanted);
    }

    private List<String> report() {
        out.println(census.tables());
        out.printf(
                Locale.ROOT,
                "%d connections, %d established, %.1f MiB echoed, %d key updates, %d errors, all of them caused,"
                        + " %d times garbage was answered%n",
                census.begun.sum(),
                census.established.sum(),
                Progress.mebibytes(census.echoed.sum()),
                census.keyUpdates.sum(),
                census.errors(),
                census.garbageAnswered.sum());
        OptionalLong descriptors = Descriptors.open();
        if (descriptors.isPresent()) out.printf("file descriptors open at the end: %d%n", descriptors.getAsLong());
        List<String> failures = census.failures();
        failures.forEach(failure -> out.println("FAILED: " + failure));
        out.println(failures.isEmpty() ? "passed" : census.failureCount() + " failures");
        return failures;
    }

    /** Sessions of the warm-up fill the caches, so that these do not grow afterwards. */
    private static SSLContext fewSessions(SSLContext context) {
        context.getClientSessionContext().setSessionCacheSize(SESSIONS);
        context.getServerSessionContext().setSessionCacheSize(SESSIONS);
        return context;
    }

    private void trouble(Throwable reason) {
        census.failure("an event loop", reason);
    }
}
