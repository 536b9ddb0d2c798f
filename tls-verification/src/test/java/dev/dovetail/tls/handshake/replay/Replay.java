package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.TlsEngine;
import java.util.Arrays;
import java.util.List;

/**
 * Plays the peer's half of a trace to an engine and compares each record that the engine sends with the recorded one, byte
 * for byte. Only the order of records within one direction is compared: a peer may speak sooner than the recorded one.
 */
final class Replay {

    private final TlsEngine engine;
    private final byte[] room = new byte[1 << 16];
    private byte[] unsent = new byte[0];

    Replay(TlsEngine engine) {
        this.engine = engine;
    }

    /** Plays these steps; afterwards nothing is left that the engine would send. */
    void play(List<Trace.Step> steps) {
        for (Trace.Step step : steps) {
            if (step.actor() == engine.role()) expect(step);
            else feed(step);
        }
        collect();
        assertThat(unsent).as("what the engine sends beyond the trace").isEmpty();
    }

    /** Plays a whole trace, to the end of both directions. */
    void playToTheEnd(Trace trace) {
        play(trace.sent());
        assertThat(engine.failure()).isEmpty();
        assertThat(engine.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
    }

    private void feed(Trace.Step step) {
        byte[] record = step.value("complete record");
        engine.receive(record, 0, record.length, room, 0, room.length);
        assertThat(engine.consumed()).as("bytes taken of %s", step).isEqualTo(record.length);
        byte[] expected = step.action().equals("send application_data record:") ? step.value("payload") : new byte[0];
        assertThat(Arrays.copyOf(room, engine.produced()))
                .as("application data of %s", step)
                .isEqualTo(expected);
    }

    private void expect(Trace.Step step) {
        switch (step.action()) {
            case "send application_data record:" -> sendData(step);
            case "send alert record:" -> engine.closeWrite();
            default -> {}
        }
        collect();
        byte[] record = step.value("complete record");
        byte[] next = Arrays.copyOf(unsent, Math.min(record.length, unsent.length));
        assertThat(next).as("%s", step).isEqualTo(record);
        unsent = Arrays.copyOfRange(unsent, record.length, unsent.length);
    }

    private void sendData(Trace.Step step) {
        collect();
        byte[] data = step.value("payload");
        int length = engine.send(data, 0, data.length, room, 0, room.length);
        assertThat(engine.consumed()).isEqualTo(data.length);
        append(length);
    }

    private void collect() {
        append(engine.transmit(room, 0, room.length));
    }

    private void append(int length) {
        int before = unsent.length;
        unsent = Arrays.copyOf(unsent, before + length);
        System.arraycopy(room, 0, unsent, before, length);
    }
}
