package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.peers.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened so far, and what should not have happened. Safe for several threads. */
final class Census {

    private static final int MOST_DETAILS = 20;

    final LongAdder begun = new LongAdder();
    final LongAdder established = new LongAdder();
    final LongAdder ended = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder released = new LongAdder();
    final LongAdder echoed = new LongAdder();
    final LongAdder keyUpdates = new LongAdder();
    final LongAdder garbageAnswered = new LongAdder();

    private final Map<Ending, Row> endings = new EnumMap<>(Ending.class);
    private final Map<String, Row> kinds = new ConcurrentSkipListMap<>();
    private final List<String> failures = new ArrayList<>();
    private final LongAdder failureCount = new LongAdder();

    private record Row(LongAdder connections, LongAdder established, LongAdder clientErrors, LongAdder serverErrors) {

        Row() {
            this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
        }

        Object[] cells(Object name) {
            return new Object[] {name, connections, established, clientErrors, serverErrors};
        }
    }

    Census() {
        for (Ending ending : Ending.values()) endings.put(ending, new Row());
    }

    void begins(Life life) {
        begun.increment();
        ending(life).connections().increment();
        kind(life).connections().increment();
    }

    void establishes(Life life) {
        established.increment();
        ending(life).established().increment();
        kind(life).established().increment();
    }

    /** An error at one end: either the test has caused it, or it is a failure. What is no I/O error always is one. */
    void error(Life life, boolean client, Exception reason) {
        if (!life.disturbed() || !(reason instanceof IOException)) {
            failure((client ? "client of " : "server of ") + life, reason);
            return;
        }
        for (Row row : List.of(ending(life), kind(life)))
            (client ? row.clientErrors() : row.serverErrors()).increment();
    }

    /** Something that must not be. */
    void failure(String what) {
        failureCount.increment();
        synchronized (failures) {
            if (failures.size() < MOST_DETAILS) failures.add(what);
        }
    }

    /** Something that must not be, and how it showed. */
    void failure(String what, Throwable reason) {
        StringWriter trace = new StringWriter();
        reason.printStackTrace(new PrintWriter(trace));
        failure(what + ": " + trace);
    }

    long errors() {
        return endings.values().stream()
                .mapToLong(row -> row.clientErrors().sum() + row.serverErrors().sum())
                .sum();
    }

    long failureCount() {
        return failureCount.sum();
    }

    /** The first of them, with details. */
    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** Connections at the clients' end. */
    long open() {
        return begun.sum() - ended.sum();
    }

    /** Connections at the server's end. */
    long openAtServer() {
        return accepted.sum() - released.sum();
    }

    /** By ending, and by client and version. */
    String tables() {
        return table("ending", endings) + "\n" + table("client", kinds);
    }

    private static String table(String what, Map<?, Row> rows) {
        Table table = new Table(what, "connections", "established", "client errors", "server errors");
        rows.forEach((name, row) -> table.add(row.cells(name)));
        return table.toString();
    }

    private Row ending(Life life) {
        Row row = endings.get(life.ending());
        if (row == null) throw new IllegalStateException("no row for " + life.ending());
        return row;
    }

    private Row kind(Life life) {
        return kinds.computeIfAbsent(life.client() + ", " + life.version(), name -> new Row());
    }
}
