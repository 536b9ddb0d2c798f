package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured from outside, and what idle connections hold. */
class ProcessesTest {

    @ParameterizedTest
    @ValueSource(strings = {"dovetail", "dovetail-jsse", "sunjsse"})
    void aProgramConnectsAndEnds(String contender) throws Exception {
        StartUp state = new StartUp();
        state.contender = contender;
        state.kind = HandshakeKind.TLS13_ECDSA_X25519;
        state.prepare();
        assertThat(state.firstHandshake()).isEmpty();
        assertThat(state.emptyJvm()).isEmpty();
        state.clear();
    }

    @Test
    void aProgramThatFailsSaysWhy() {
        FreshJvm broken = new FreshJvm(FirstHandshake.class, "nobody", "no kind", "nowhere");
        assertThatThrownBy(broken::run).hasMessageContaining("no kind");
    }

    @Test
    void aProcessFindsTheSuitesThatAreHere() throws Exception {
        Discovery state = new Discovery();
        assertThat(state.freshJvm())
                .isEqualTo(String.valueOf(state.again().usable().size()));
        assertThat(state.emptyJvm()).isEmpty();
    }

    @Test
    void idlePairsHoldMemory() throws Exception {
        Memory.Own own = new Memory.Own();
        own.kind = HandshakeKind.TLS13_ECDSA_X25519;
        own.pairs = 5;
        own.prepare();
        Held held = new Held();
        new Memory().dovetail(own, held);
        new Memory().dovetail(own, held);
        assertThat(held.heldPairs).isEqualTo(10);
        own.close();
    }

    @Test
    void idlePairsOfAPeerHoldMemory() throws Exception {
        Memory.Peer peer = new Memory.Peer();
        peer.kind = HandshakeKind.TLS13_ECDSA_X25519;
        peer.pairs = 5;
        peer.stack = "sunjsse";
        peer.prepare();
        Held held = new Held();
        new Memory().peer(peer, held);
        assertThat(held.heldPairs).isEqualTo(5);
        peer.close();
    }
}
