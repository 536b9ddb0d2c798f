package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.TlsEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plays the peer's half of a trace to an engine and compares each record that the engine sends with the recorded one, byte
 * for byte. Only the order of records within one direction is compared: a peer may speak sooner than the recorded one.
 */
final class Replay {

    private static final byte[] NOTHING = new byte[0];

    private final TlsEngine engine;
    private final int pieceLength;
    private final byte[] room = new byte[1 << 16];
    private byte[] unsent = NOTHING;
    private byte[] data = NOTHING;
    private byte[] earlyData = NOTHING;

    private Replay(TlsEngine engine, int pieceLength) {
        this.engine = engine;
        this.pieceLength = pieceLength;
    }

    /** The engine gets a record at a time. */
    Replay(TlsEngine engine) {
        this(engine, 0);
    }

    /** The engine gets so many bytes at a time of all that the peer says before it waits for an answer. */
    static Replay inPieces(TlsEngine engine, int length) {
        return new Replay(engine, length);
    }

    /** The most bytes that a side says before it waits for an answer. */
    static int longestTurn(Trace trace, Role side) {
        return turns(trace.sent()).stream()
                .filter(turn -> turn.get(0).actor() == side)
                .mapToInt(turn -> join(turn, "complete record").length)
                .max()
                .orElseThrow();
    }

    /** Plays these steps; afterwards nothing is left that the engine would send. */
    void play(List<Trace.Step> steps) {
        for (List<Trace.Step> turn : turns(steps)) {
            if (turn.get(0).actor() == engine.role()) turn.forEach(this::expect);
            else if (pieceLength == 0) turn.forEach(step -> feed(List.of(step)));
            else feed(turn);
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

    /** What a server's engine delivered as early data. */
    byte[] earlyData() {
        return earlyData;
    }

    private static List<List<Trace.Step>> turns(List<Trace.Step> steps) {
        List<List<Trace.Step>> turns = new ArrayList<>();
        for (Trace.Step step : steps) {
            boolean goesOn =
                    !turns.isEmpty() && turns.get(turns.size() - 1).get(0).actor() == step.actor();
            if (!goesOn) turns.add(new ArrayList<>());
            turns.get(turns.size() - 1).add(step);
        }
        return turns;
    }

    private static byte[] join(List<Trace.Step> steps, String name) {
        byte[] all = NOTHING;
        for (Trace.Step step : steps) all = Messages.joined(all, step.value(name));
        return all;
    }

    private void feed(List<Trace.Step> steps) {
        byte[] records = join(steps, "complete record");
        int most = pieceLength == 0 ? records.length : pieceLength;
        byte[] waiting = NOTHING;
        data = NOTHING;
        for (int start = 0; start < records.length; start += most) {
            byte[] piece = Arrays.copyOfRange(records, start, Math.min(start + most, records.length));
            waiting = feed(Messages.joined(waiting, piece));
        }
        assertThat(waiting).as("bytes left of %s", steps).isEmpty();
        byte[] expected = join(steps.stream().filter(Trace.Step::sendsData).toList(), "payload");
        assertThat(data).as("application data of %s", steps).isEqualTo(expected);
    }

    /** The bytes that the engine has no use for yet. */
    private byte[] feed(byte[] bytes) {
        byte[] left = bytes;
        boolean more = true;
        while (more) {
            engine.receive(left, 0, left.length, room, 0, room.length);
            left = Arrays.copyOfRange(left, engine.consumed(), left.length);
            data = Messages.joined(data, Arrays.copyOf(room, engine.produced()));
            byte[] early = Arrays.copyOf(room, engine.receiveEarly(room, 0, room.length));
            earlyData = Messages.joined(earlyData, early);
            data = Messages.joined(data, early);
            more = early.length > 0;
        }
        return left;
    }

    private void expect(Trace.Step step) {
        if (step.sendsData()) sendData(step);
        if (step.action().equals("send alert record:")) engine.closeWrite();
        collect();
        byte[] record = step.value("complete record");
        byte[] next = Arrays.copyOf(unsent, Math.min(record.length, unsent.length));
        assertThat(next).as("%s", step).isEqualTo(record);
        unsent = Arrays.copyOfRange(unsent, record.length, unsent.length);
    }

    private void sendData(Trace.Step step) {
        collect();
        byte[] sent = step.value("payload");
        append(
                engine.connected()
                        ? engine.send(sent, 0, sent.length, room, 0, room.length)
                        : engine.sendEarly(sent, 0, sent.length, room, 0, room.length));
        assertThat(engine.consumed()).isEqualTo(sent.length);
    }

    private void collect() {
        append(engine.transmit(room, 0, room.length));
    }

    private void append(int length) {
        unsent = Messages.joined(unsent, Arrays.copyOf(room, length));
    }
}
