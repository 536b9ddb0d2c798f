package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {

    private static final Figure OWN = Made.figure("Dovetail, JDK", Side.OWN, 500);
    private static final Figure BARE = Made.figure("bare cipher, JDK", Side.FLOOR, 400);
    private static final Figure SUN = Made.figure("SunJSSE, heap", Side.PEER, 1000);
    private static final Figure SUN_DIRECT = Made.figure("SunJSSE, direct", Side.PEER, 2000);
    private static final Figure CONSCRYPT = Made.figure("Conscrypt, heap", Side.PEER, 450);
    private static final Ratios ALL = new Ratios(List.of(OWN, BARE, SUN_DIRECT, SUN, CONSCRYPT));

    @Test
    void anEmptyProcessIsNoPartOfAnother() {
        Figure own = Made.figure("StartUp", "KIND", 0, "Dovetail", Side.OWN, List.of(10.0), null);
        Figure peer = Made.figure("StartUp", "KIND", 0, "SunJSSE", Side.PEER, List.of(5.0), null);
        Figure empty = Made.figure("StartUp", "KIND", 0, "empty JVM", Side.FLOOR, List.of(1.0), null);
        Ratios all = new Ratios(List.of(own, peer, empty));
        assertThat(all.toFloor(own)).isEmpty();
        assertThat(all.toFloor(peer)).isEmpty();
    }

    @Test
    void comparesWithTheJdkAtItsBest() {
        assertThat(ALL.toSunJsse(OWN)).hasValue(new Ratios.Ratio(2, SUN));
    }

    @Test
    void namesTheBestPeer() {
        assertThat(ALL.toBestPeer(OWN)).hasValue(new Ratios.Ratio(0.9, CONSCRYPT));
    }

    @Test
    void comparesWithTheBareCipherOfTheSameImplementation() {
        Figure other = Made.figure("Dovetail, BouncyCastle", Side.OWN, 4000);
        assertThat(ALL.toFloor(OWN)).hasValue(new Ratios.Ratio(0.8, BARE));
        assertThat(new Ratios(List.of(other, BARE)).toFloor(other)).isEmpty();
    }

    @Test
    void comparesOthersWithTheFastestBareCipher() {
        assertThat(ALL.toFloor(CONSCRYPT)).map(Ratios.Ratio::other).hasValue(BARE);
        assertThat(ALL.toFloor(BARE)).isEmpty();
    }

    @Test
    void peersAreNotComparedWithPeers() {
        assertThat(ALL.toSunJsse(CONSCRYPT)).isEmpty();
        assertThat(ALL.toBestPeer(SUN)).isEmpty();
    }

    @Test
    void comparesOnlyWhatDoesTheSameWork() {
        List<Double> values = List.of(1000.0);
        Figure longer = Made.figure("Records", "TLS_X", 4096, "SunJSSE, heap", Side.PEER, values, null);
        Figure otherSuite = Made.figure("Records", "TLS_Y", 1024, "SunJSSE, heap", Side.PEER, values, null);
        Figure otherSection = Made.figure("Other", "TLS_X", 1024, "SunJSSE, heap", Side.PEER, values, null);
        assertThat(new Ratios(List.of(OWN, longer, otherSuite, otherSection)).toBestPeer(OWN))
                .isEmpty();
    }
}
