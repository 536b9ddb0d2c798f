package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Runs routes one after the other and tells of each as it ends. */
final class Demonstration {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Catalog catalog;
    private final DovetailEnd own;
    private final Payload payload;
    private final PrintWriter out;
    private final ProgressBar bar;

    Demonstration(Catalog catalog, DovetailEnd own, Payload payload, PrintWriter out) {
        this.catalog = catalog;
        this.own = own;
        this.payload = payload;
        this.out = out;
        this.bar = ProgressBar.on(out);
    }

    /** Says what was found and what will be done. */
    void introduce(List<Plan.LeftOut> leftOut) {
        out.printf(
                "Found %d suites, %d of them usable, %d groups, %d signature schemes, %d problems."
                        + " More about them: dovetail suites%n",
                catalog.suites().size(),
                catalog.usable().size(),
                catalog.groups().size(),
                catalog.signatureSchemes().size(),
                catalog.problems().size());
        catalog.usable().stream()
                .flatMap(suite -> suite.suite().versions().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(this::list);
        catalog.problems().forEach(problem -> out.println("  problem: " + problem));
        leftOut.forEach(left -> out.println("  not carried here: " + left.suite() + ": " + left.reason()));
        out.println();
    }

    private void list(ProtocolVersion version) {
        List<String> names = catalog.usable().stream()
                .filter(suite -> suite.suite().versions().contains(version))
                .map(UsableSuite::toString)
                .toList();
        int widest = names.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < names.size(); i += 2) {
            String second = i + 1 < names.size() ? "  " + names.get(i + 1) : "";
            String label = i == 0 ? version.toString() : "";
            out.println(String.format("  %-7s  %-" + widest + "s%s", label, names.get(i), second)
                    .stripTrailing());
        }
    }

    /** Answers whether all passed. */
    boolean run(List<Route> routes, List<String> lifted) {
        ExecutorService threads = Executors.newCachedThreadPool(daemons("demo-peer"));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons("demo-clock"));
        try {
            Trial trial = new Trial(own, threads, clock, LIMIT);
            out.printf(
                    Locale.ROOT,
                    "Carrying %.1f MiB of %s over %d connections on this machine.%n",
                    payload.bytes().length / (double) Payload.MEBIBYTE,
                    payload.name(),
                    routes.size());
            out.flush();
            warmUp(trial, routes);
            long start = System.nanoTime();
            double load = MachineLoad.now();
            List<Outcome> outcomes = carry(trial, routes);
            sumUp(outcomes, lifted, load, System.nanoTime() - start);
            return outcomes.stream().allMatch(Outcome::passed);
        } finally {
            threads.shutdownNow();
            clock.shutdownNow();
        }
    }

    /**
     * Every kind of handshake and every way to protect records once; what fails here, fails again. Choice: the JVM compiles
     * what runs often; after a warm-up the first rows are like the last.
     */
    private void warmUp(Trial trial, List<Route> routes) {
        Set<List<Object>> known = new HashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            bar.draw(i, routes.size(), "warming up");
            Route route = routes.get(i);
            UsableSuite suite = route.suite();
            Object exchange = List.of(suite.keyExchange(), suite.suite().authentication());
            boolean first = known.add(List.of(route.role(), route.version(), suite.cipher(), suite.mac()));
            first |= known.add(List.of(route.role(), route.version(), exchange));
            if (first) trial.run(route, payload);
            bar.clear();
        }
    }

    private List<Outcome> carry(Trial trial, List<Route> routes) {
        OutcomeTable table = OutcomeTable.of(routes, catalog);
        out.println();
        out.println(table.heading());
        List<Outcome> outcomes = new ArrayList<>();
        for (Route route : routes) {
            bar.draw(outcomes.size(), routes.size(), route.suite().toString());
            Outcome outcome = trial.run(route, payload);
            outcomes.add(outcome);
            bar.clear();
            out.println(table.line(outcome, payload.bytes().length));
            out.flush();
        }
        return outcomes;
    }

    private void sumUp(List<Outcome> outcomes, List<String> lifted, double load, long nanos) {
        out.println();
        outcomes.stream().filter(outcome -> !outcome.passed()).forEach(this::explain);
        out.println(
                "role, handshake: ours. MiB/s out: from our first byte until the peer says that it has the last one;"
                        + " in: the same way back.");
        out.println("Both ends run in this process, so the slower one decides. ok: SHA-256 is right at both, and the"
                + " peer closed in order.");
        out.println(
                "Finite fields in TLS 1.3 run against ourselves: the JDK's TLS strips leading zeros there, which fails one"
                        + " connection of 256 (JDK-8328046).");
        MachineLoad.warning(load).ifPresent(out::println);
        if (!lifted.isEmpty()) {
            out.println("The JDK forbids its own TLS some of these suites; here they are allowed:"
                    + " jdk.tls.disabledAlgorithms without " + String.join(", ", lifted) + ".");
        }
        out.printf(
                Locale.ROOT,
                "%n%s passed in %.0f s: %s against the JDK's TLS, %s against ourselves%n",
                passed(outcomes),
                nanos / 1e9,
                passed(by(outcomes, true)),
                passed(by(outcomes, false)));
        out.flush();
    }

    private static List<Outcome> by(List<Outcome> outcomes, boolean independent) {
        return outcomes.stream()
                .filter(outcome -> outcome.route().peer().independent() == independent)
                .toList();
    }

    private static String passed(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::passed).count() + " of " + outcomes.size();
    }

    private void explain(Outcome outcome) {
        Route route = outcome.route();
        out.printf(
                "FAILED  as %s, %s, %s, %s, %s, peer %s%n",
                route.role().name().toLowerCase(Locale.ROOT),
                route.suite(),
                route.version(),
                route.groupName(),
                route.key(),
                route.peer().name());
        outcome.failure().ifPresent(text -> text.lines().forEach(line -> out.println("        " + line)));
        out.println();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
