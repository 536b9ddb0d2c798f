package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.Measurement.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Figure OWN = figure("RecordSealing.dovetail", Side.OWN, "JDK", 1024, 500);
    private static final Figure BARE = figure("RecordSealing.bareCipher", Side.FLOOR, "JDK", 1024, 400);
    private static final Figure PEER = figure("RecordSealing.sunJsse", Side.PEER, "", 1024, 1000);

    private static Figure figure(String benchmark, Side side, String implementation, int size, double time) {
        Measurement measured = new Measurement(benchmark, Map.of(), "TLS_X", size, side, implementation);
        return new Figure(measured, time, 0.05, 64);
    }

    @Test
    void comparesWithThePeerAndTheBareCipher() {
        List<Figure> all = List.of(OWN, BARE, PEER);
        assertThat(OWN.againstPeer(all)).hasValue(2.0);
        assertThat(OWN.againstFloor(all)).hasValue(0.8);
        assertThat(PEER.againstPeer(all)).isEmpty();
    }

    @Test
    void comparesOnlyWhatDoesTheSameWork() {
        Figure longer = figure("RecordSealing.sunJsse", Side.PEER, "", 4096, 1000);
        Figure otherCipher = figure("RecordSealing.bareCipher", Side.FLOOR, "BouncyCastle", 1024, 400);
        Figure otherDirection = figure("RecordOpening.sunJsse", Side.PEER, "", 1024, 1000);
        List<Figure> all = List.of(OWN, longer, otherCipher, otherDirection);
        assertThat(OWN.againstPeer(all)).isEmpty();
        assertThat(OWN.againstFloor(all)).isEmpty();
    }

    @Test
    void showsTimeRateRatiosAndBytes() {
        String row =
                new Report(List.of(OWN, BARE, PEER)).markdown().lines().toList().get(4);
        assertThat(row).isEqualTo("| TLS_X | 1024 | Dovetail, JDK | 500 ns | 5 % | 2048 MB/s | 2.00 | 80 % | 64 |");
    }

    @Test
    void showsOperationsInASecondWhereThereIsNoPayload() {
        Figure handshake = figure("Handshakes.sunJsse", Side.PEER, "", 0, 2_000_000);
        assertThat(new Report(List.of(handshake)).text())
                .contains("SunJSSE")
                .contains("2000.0 µs")
                .contains("500/s");
    }

    @Test
    void leavesOutColumnsThatAreEmpty() {
        Figure handshake = figure("Handshakes.sunJsse", Side.PEER, "", 0, 2_000_000);
        assertThat(new Report(List.of(handshake)).markdown())
                .contains("| what | by | time | ± | rate | B/op |")
                .contains("|---|---|--:|--:|--:|--:|");
    }

    @Test
    void warnsOfFiguresThatVary() {
        Figure restless = new Figure(OWN.measurement(), 500, 0.21, 64);
        assertThat(new Report(List.of(OWN, PEER)).warning()).isEmpty();
        assertThat(new Report(List.of(restless, PEER)).warning()).contains("1 of 2 rows");
    }

    @Test
    void alignsTheColumns() {
        List<String> lines =
                new Report(List.of(OWN, BARE, PEER)).text().lines().skip(1).toList();
        int at = lines.get(0).indexOf("by ");
        assertThat(lines.get(1).substring(at)).startsWith("Dovetail, JDK");
        assertThat(lines.get(2).substring(at)).startsWith("bare cipher, JDK");
        assertThat(lines.get(3).substring(at)).startsWith("SunJSSE");
    }
}
