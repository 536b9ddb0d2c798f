package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import java.util.List;
import java.util.Locale;

/** What became of the connections of one version in one chapter. For one thread. */
final class Tally {

    private final String chapter;
    private final String version;
    private int connections;
    private int failed;
    private int nobody;
    private int resumed;
    private int elsewhere;
    private int earlySent;
    private int earlyTaken;
    private long fullNanos;
    private long resumedNanos;

    Tally(String chapter, String version) {
        this.chapter = chapter;
        this.version = version;
    }

    /** A connection that was made, and whether its session came from another server. */
    void add(ConnectionInfo info, boolean fromElsewhere, long nanos) {
        connections++;
        if (info.resumed()) {
            resumed++;
            resumedNanos += nanos;
            if (fromElsewhere) elsewhere++;
        } else {
            fullNanos += nanos;
        }
        if (info.earlyData() != EarlyDataOutcome.NONE) earlySent++;
        if (info.earlyData() == EarlyDataOutcome.ACCEPTED) earlyTaken++;
    }

    void addFailure() {
        connections++;
        failed++;
    }

    /** Nobody listened: no connection, so none that failed. */
    void addNobody() {
        nobody++;
    }

    int connections() {
        return connections;
    }

    int failed() {
        return failed;
    }

    int resumed() {
        return resumed;
    }

    int earlyTaken() {
        return earlyTaken;
    }

    List<String> row() {
        return List.of(
                chapter,
                version,
                String.valueOf(connections),
                String.valueOf(failed),
                nobody == 0 ? "-" : String.valueOf(nobody),
                share(resumed, connections),
                share(elsewhere, resumed),
                earlySent == 0 ? "-" : earlyTaken + " of " + earlySent,
                mean(fullNanos, connections - failed - resumed),
                mean(resumedNanos, resumed));
    }

    private static String share(int part, int whole) {
        return part == 0 ? "-" : String.format(Locale.ROOT, "%d (%d %%)", part, Math.round(100.0 * part / whole));
    }

    private static String mean(long nanos, int count) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6 / count);
    }
}
