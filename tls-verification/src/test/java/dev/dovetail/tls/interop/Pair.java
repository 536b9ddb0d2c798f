package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;

/** Dovetail and a JSSE engine, whose bytes go to each other in memory. */
record Pair(DovetailEnd dovetail, JsseEnd jsse) {

    /** Around the edges of a record, and several records. */
    private static final int[] SIZES = {1, 2, 255, 4097, 16383, 16384, 16385, 50_001};

    private static final int MOST_FLIGHTS = 1000;

    /** Moves flights both ways until neither end has anything to say. */
    Pair pump() {
        for (int i = 0; i < MOST_FLIGHTS; i++) {
            byte[] there = dovetail.flight();
            if (there.length > 0) jsse.take(there);
            byte[] back = jsse.flight();
            if (back.length > 0) dovetail.take(back);
            if (there.length == 0 && back.length == 0) return this;
        }
        throw new IllegalStateException("the ends talk and talk: " + this);
    }

    /** Moves flights until both ends are connected; says who failed otherwise. */
    Pair handshake() {
        pump();
        assertThat(jsse.failure())
                .as("JSSE's failure (ours: %s)", dovetail.failure())
                .isEmpty();
        assertThat(dovetail.failure()).as("our failure").isEmpty();
        assertThat(jsse.connected()).as("JSSE is connected: %s", this).isTrue();
        assertThat(dovetail.connected()).as("we are connected: %s", this).isTrue();
        return this;
    }

    /** Sends data of odd sizes both ways and compares what arrives. */
    Pair talk() {
        for (int size : SIZES) talk(size);
        return this;
    }

    /** Sends so many bytes both ways and compares what arrives. */
    Pair talk(int size) {
        carries(dovetail, jsse, size);
        carries(jsse, dovetail, size);
        return this;
    }

    /** Ends both sides in good order. */
    void close() {
        dovetail.closeWrite();
        jsse.closeWrite();
        pump();
        assertThat(jsse.readClosed()).as("JSSE saw our close_notify: %s", this).isTrue();
        assertThat(dovetail.readClosed())
                .as("we saw JSSE's close_notify: %s", this)
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
