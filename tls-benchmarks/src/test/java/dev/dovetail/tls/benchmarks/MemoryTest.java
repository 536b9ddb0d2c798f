package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What idle connections hold. What other tests hold at the same time would count as well. */
@Isolated
class MemoryTest {

    private static final int PAIRS = 200;

    @Test
    void idlePairsHoldMemory() throws Exception {
        Memory.Own own = new Memory.Own();
        own.kind = HandshakeKind.TLS13_ECDSA_X25519;
        own.pairs = PAIRS;
        own.prepare();
        Held held = new Held();
        new Memory().dovetail(own, held);
        new Memory().dovetail(own, held);
        assertThat(held.heldPairs).isEqualTo(PAIRS);
        // Less than the target of the benchmark, and never nothing.
        assertHeld(held, 4_000, 8_192);
        own.close();
    }

    @Test
    void idlePairsOfAPeerHoldMemory() throws Exception {
        Memory.Peer peer = new Memory.Peer();
        peer.kind = HandshakeKind.TLS13_ECDSA_X25519;
        peer.pairs = PAIRS;
        peer.stack = "sunjsse";
        peer.prepare();
        Held held = new Held();
        new Memory().peer(peer, held);
        assertThat(held.heldPairs).isEqualTo(PAIRS / 2);
        assertHeld(held, 5_000, 20_000);
        peer.close();
    }

    @Test
    void whatIsHeldMoreIsMeasuredToSomeBytes() throws Exception {
        // What the JVM itself holds moves by some KiB meanwhile.
        assertHeld(holding(0), -100, 500);
        assertHeld(holding(10_240), 10_140, 10_740);
    }

    /** Pairs of nothing but an array. */
    private record Holding(byte[] bytes) implements AutoCloseable {

        @Override
        public void close() {}
    }

    private static Held holding(int bytes) throws Exception {
        IdlePairs<Holding> idle = new IdlePairs<>(10 * PAIRS, false, () -> new Holding(new byte[bytes]), holding -> {});
        Held held = new Held();
        idle.count(held);
        return held;
    }

    private static void assertHeld(Held held, long least, long most) {
        assertThat(held.heldBytes / held.heldPairs).isBetween(least, most);
    }
}
