package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/**
 * Dovetail and another stack's end, whose bytes go to each other in memory.
 *
 * @param <E> the other stack's end
 */
record Pair<E extends End>(DovetailEnd dovetail, E peer) {

    /** Around the edges of a record, and several records. */
    private static final int[] SIZES = {1, 2, 255, 4097, 16383, 16384, 16385, 50_001};

    private static final int MOST_FLIGHTS = 1000;

    /** Moves flights both ways until neither end has anything to say. */
    Pair<E> pump() {
        for (int i = 0; i < MOST_FLIGHTS; i++) {
            byte[] there = dovetail.flight();
            if (there.length > 0) peer.take(there);
            byte[] back = peer.flight();
            if (back.length > 0) dovetail.take(back);
            if (there.length == 0 && back.length == 0) return this;
        }
        throw new IllegalStateException("the ends talk and talk: " + this);
    }

    /** Moves flights until both ends are connected; says who failed otherwise. */
    Pair<E> handshake() {
        pump();
        assertThat(peer.failure())
                .as("the peer's failure (ours: %s)", dovetail.failure())
                .isEmpty();
        assertThat(dovetail.failure()).as("our failure").isEmpty();
        assertThat(peer.connected()).as("the peer is connected: %s", this).isTrue();
        assertThat(dovetail.connected()).as("we are connected: %s", this).isTrue();
        return this;
    }

    /** Sends data of odd sizes both ways and compares what arrives. */
    Pair<E> talk() {
        for (int size : SIZES) talk(size);
        return this;
    }

    /** Sends so many bytes both ways and compares what arrives. */
    Pair<E> talk(int size) {
        carries(dovetail, peer, size);
        carries(peer, dovetail, size);
        return this;
    }

    /** Ends both sides in good order. */
    void close() {
        dovetail.closeWrite();
        // Some stacks end both directions at once: they have to see ours before.
        pump();
        peer.closeWrite();
        pump();
        assertThat(peer.readClosed())
                .as("the peer saw our close_notify: %s", this)
                .isTrue();
        assertThat(dovetail.readClosed())
                .as("we saw the peer's close_notify: %s", this)
                .isTrue();
        dovetail.engine().close();
    }

    /** Sends so many bytes one way and compares what arrives. */
    void carries(End from, End to, int size) {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        int before = to.received().length;
        from.write(data);
        pump();
        byte[] all = to.received();
        assertThat(Arrays.copyOfRange(all, before, all.length))
                .as("%s bytes from %s", size, from)
                .isEqualTo(data);
    }
}
