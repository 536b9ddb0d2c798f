package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Figure OWN = Made.figure("Dovetail, JDK", Side.OWN, 500);
    private static final Figure BARE = Made.figure("bare cipher, JDK", Side.FLOOR, 400);
    private static final Figure PEER = Made.figure("SunJSSE, heap", Side.PEER, 1000);
    private static final Figure OTHER = Made.figure("Conscrypt, heap", Side.PEER, 400);

    private static Report report(Figure... figures) {
        return new Report(Made.run(List.of(figures)));
    }

    private static Figure handshake(double mean) {
        return Made.figure("Handshakes", "KIND", 0, "SunJSSE", Side.PEER, List.of(mean), null);
    }

    private static final Figure COLD = new Figure(
            OWN.section(),
            OWN.subject(),
            OWN.size(),
            OWN.side(),
            OWN.contender(),
            OWN.by(),
            OWN.implementation(),
            OWN.unit(),
            OWN.iterations(),
            OWN.allocated(),
            2,
            true);

    @Test
    void showsTimeRateRatiosAndBytes() {
        String markdown = report(OWN, BARE, PEER, OTHER).markdown();
        assertThat(markdown.lines())
                .contains("| TLS_X | 1024 | Dovetail, JDK | 500 ns | 1 % | 2,048 MB/s | 2.00 | 0.80 | Conscrypt, heap |"
                        + " 80 % | 100 |");
    }

    @Test
    void showsOperationsInASecondWhereThereIsNoPayload() {
        assertThat(report(handshake(2_000_000)).text())
                .contains("SunJSSE")
                .contains("2000.0 µs")
                .contains("500/s");
    }

    @Test
    void showsBytesThatAreHeldWithoutARate() {
        Figure memory = Made.figure("Memory", "idle", 0, "Dovetail", Side.OWN, List.of(7000.0), null);
        assertThat(report(memory).markdown()).contains("| idle | Dovetail | 7,000 B | 0 % |");
    }

    @Test
    void leavesOutColumnsThatAreEmpty() {
        assertThat(report(handshake(2_000_000)).markdown())
                .contains("| what | by | time | ± | rate |")
                .contains("|---|---|--:|--:|--:|");
    }

    @Test
    void namesWhoIsAbsentAboveTheTables() {
        String text = report(OWN).text();
        assertThat(text).contains("Absent     accp: its jar has no native library");
        assertThat(text.indexOf("accp")).isLessThan(text.indexOf("Records"));
    }

    private static Report failed(Figure... figures) {
        Run run = Made.run(List.of(figures));
        return new Report(new Run(
                run.date(),
                run.seconds(),
                run.command(),
                run.complete(),
                run.machine(),
                run.jdk(),
                run.measured(),
                run.versions(),
                run.absent(),
                List.of(new Failure("Handshakes KIND", "broke\nin two")),
                run.measurements()));
    }

    @Test
    void saysWhichBenchmarksFailed() {
        assertThat(failed(OWN).text()).contains("Failed: Handshakes KIND: broke");
    }

    @Test
    void aPageTellsAboveItsTablesWhatIsWrongWithThem() {
        Figure restless = Made.figure("Records", "TLS_X", 64, "Dovetail", Side.OWN, List.of(7.0, 10.0, 13.0), null);
        assertThat(failed(restless).markdown().lines())
                .startsWith(
                        "- Absent: accp: its jar has no native library for this <system>",
                        "- Noise: Of 1 rows 1 vary by more than 20 %, and of 1 hardly an iteration comes within 5 % of"
                                + " the best: the machine was busy, and the best may be luck.",
                        "- Failed: Handshakes KIND: broke in two",
                        "",
                        "#### Records");
    }

    @Test
    void aPageTellsWhichTargetsWereReached() {
        Figure slow = Made.figure("Records", "TLS_X_GCM_Y", 64, "Dovetail, JDK", Side.OWN, List.of(10.0), null);
        Figure bare = Made.figure("Records", "TLS_X_GCM_Y", 64, "bare cipher, JDK", Side.FLOOR, List.of(9.0), null);
        Figure sun = Made.figure("Records", "TLS_X_GCM_Y", 64, "SunJSSE, heap", Side.PEER, List.of(11.0), null);
        assertThat(report(slow, bare, sun).markdown())
                .contains("| AES-GCM below 4 KiB, share of the bare cipher | ≥ 0.80 | 0.90 | reached |")
                .contains("| AES-GCM, 64 bytes, times SunJSSE | ≥ 1.40 | 1.10 | missed |");
    }

    @Test
    void warnsOfFiguresThatVary() {
        Figure restless = Made.figure("Records", "TLS_X", 64, "Dovetail", Side.OWN, List.of(7.0, 10.0, 13.0), null);
        assertThat(report(OWN, PEER).warning()).isEmpty();
        assertThat(report(restless, PEER).warning()).startsWith("Of 2 rows 1 vary by more than 20 %, and of 1 hardly");
    }

    @Test
    void warnsOfFiguresThatNeverGotWarm() {
        assertThat(report(COLD, PEER).warning())
                .isEqualTo("Of 2 rows 1 were not steady yet when the time to warm up was over.");
    }

    @Test
    void marksRowsOfSeveralJvmsAndThoseThatWereCutShort() {
        List<String> row = report(COLD, PEER).tables().get(OWN.section()).rows().get(0);
        assertThat(row).anyMatch(cell -> cell.endsWith(" % 2 …"));
        assertThat(report(OWN, PEER).tables().get(OWN.section()).rows().get(0)).noneMatch(cell -> cell.contains("…"));
    }

    @Test
    void alignsTheColumns() {
        List<String> lines = report(OWN, BARE, PEER)
                .text()
                .lines()
                .dropWhile(line -> !line.equals("Records"))
                .skip(1)
                .toList();
        int at = lines.get(0).indexOf("by ");
        assertThat(lines.get(1).substring(at)).startsWith("Dovetail, JDK");
        assertThat(lines.get(2).substring(at)).startsWith("bare cipher, JDK");
        assertThat(lines.get(3).substring(at)).startsWith("SunJSSE");
    }

    @Test
    void summarisesWithOurBestRowOfEach() {
        Figure slow = Made.figure("Dovetail, BouncyCastle", Side.OWN, 50_000);
        List<Summary> summaries = Summary.of(Made.run(List.of(OWN, slow, BARE, PEER)));
        assertThat(summaries).singleElement().satisfies(summary -> {
            assertThat(summary.timesSunJsse()).hasValue(2);
            assertThat(summary.timesBestPeer()).hasValue(2);
            assertThat(summary.ofBare().orElseThrow()).isEqualTo(0.8);
        });
    }
}
