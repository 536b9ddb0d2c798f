package dev.dovetail.tls.handshake;

import static dev.dovetail.tls.api.Role.CLIENT;
import static dev.dovetail.tls.api.Role.SERVER;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.MessageChange.Piece;
import dev.dovetail.tls.testkit.WireRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Peers that send bad records. */
final class RecordProvocations {

    private RecordProvocations() {}

    static Map<Fault, Provocation> all() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        headers(all);
        contents(all);
        floods(all);
        messages(all);
        alerts(all);
        return all;
    }

    private static void headers(Map<Fault, Provocation> all) {
        all.put(Fault.RECORD_TYPE_UNKNOWN, () -> first(WireRecord.of(99, new byte[1])));
        all.put(Fault.RECORD_VERSION_BAD, () -> {
            byte[] record = WireRecord.of(22, new byte[4]);
            record[1] = 5;
            return first(record);
        });
        all.put(Fault.RECORD_TOO_LONG, () -> first(WireRecord.of(22, new byte[(1 << 14) + 1])));
        all.put(
                Fault.RECORD_PROTECTION_WRONG,
                () -> standing(
                        SERVER, between -> between.injectPlain(SERVER, WireRecord.of(22, Messages.of(24, (byte) 0)))));
    }

    private static void contents(Map<Fault, Provocation> all) {
        all.put(
                Fault.PLAINTEXT_TOO_LONG,
                () -> Wrongdoing.afterHandshake(
                        CLIENT,
                        TestBed.PAIR.client().recordSizeLimit(1000),
                        TestBed.PAIR.server(),
                        between -> between.inject(CLIENT, 23, new byte[1000])));
        all.put(
                Fault.RECORD_NOT_AUTHENTIC,
                () -> standing(SERVER, between -> between.injectPlain(SERVER, WireRecord.of(23, new byte[40]))));
        all.put(Fault.RECORD_ALL_PADDING, () -> standing(SERVER, between -> between.inject(SERVER, 0, new byte[5])));
        all.put(Fault.RECORD_EMPTY, () -> first(WireRecord.of(22, new byte[0])));
        all.put(Fault.CHANGE_CIPHER_SPEC_MALFORMED, () -> first(WireRecord.of(20, new byte[] {2})));
        all.put(Fault.CHANGE_CIPHER_SPEC_UNEXPECTED, () -> first(WireRecord.of(20, new byte[] {1})));
        all.put(Fault.APPLICATION_DATA_UNEXPECTED, () -> first(WireRecord.of(23, new byte[] {1})));
    }

    private static void floods(Map<Fault, Provocation> all) {
        all.put(
                Fault.EMPTY_RECORD_FLOOD,
                () -> standing(SERVER, between -> {
                    for (int i = 0; i < 33; i++) between.inject(SERVER, 23);
                }));
        all.put(
                Fault.WARNING_FLOOD,
                () -> standing(SERVER, between -> {
                    for (int i = 0; i < 5; i++) between.inject(SERVER, 21, (byte) 1, (byte) 90);
                }));
        all.put(Fault.SEQUENCE_EXHAUSTED, RecordProvocations::sequenceAtItsEnd);
        all.put(
                Fault.POST_HANDSHAKE_FLOOD,
                () -> standing(SERVER, between -> {
                    for (int i = 0; i < 33; i++) {
                        between.loopback().client().engine().updateKeys(false);
                        between.loopback().pump();
                    }
                }));
    }

    /** 2^63 records are too many for a test, so the count is set. */
    private static Wrongdoing sequenceAtItsEnd() {
        return standing(CLIENT, between -> {
            Object machine = Inside.field(between.loopback().client().engine(), "machine");
            Object use = Inside.field(Inside.field(Inside.field(machine, "inbox"), "reader"), "use");
            Inside.set(use, "next", Long.MAX_VALUE);
            between.loopback().server().write(new byte[1]);
        });
    }

    private static void messages(Map<Fault, Provocation> all) {
        all.put(
                Fault.MESSAGE_ACROSS_KEY_CHANGE,
                () -> Wrongdoing.towards(
                        CLIENT,
                        TestBed.PAIR.client(),
                        TestBed.PAIR.server(),
                        (from, index, message) ->
                                // The first byte of EncryptedExtensions, still in the clear.
                                List.of(Piece.handshake(
                                        Messages.type(message) == 2
                                                ? Messages.join(message, new byte[] {8})
                                                : message))));
        all.put(
                Fault.MESSAGE_INTERLEAVED,
                () -> first(WireRecord.of(22, new byte[] {1, 0, 0}), WireRecord.of(20, new byte[] {1})));
        all.put(Fault.MESSAGE_TOO_LONG, () -> first(WireRecord.of(22, new byte[] {1, -1, -1, -1})));
        all.put(Fault.MESSAGE_UNEXPECTED, () -> first(WireRecord.of(22, Messages.of(20, new byte[32]))));
        all.put(
                Fault.DECODE_ERROR,
                () -> Wrongdoing.towards(
                        SERVER,
                        TestBed.PAIR.client(),
                        TestBed.PAIR.server(),
                        MessageChange.of(CLIENT, 20, message -> Messages.with(message, (byte) 0))));
        all.put(
                Fault.KEY_UPDATE_BAD,
                () -> standing(SERVER, between -> between.inject(SERVER, 22, Messages.of(24, (byte) 2))));
    }

    private static void alerts(Map<Fault, Provocation> all) {
        all.put(Fault.ALERT_MALFORMED, () -> first(WireRecord.of(21, new byte[] {2})));
        all.put(Fault.ALERT_LEVEL_BAD, () -> first(WireRecord.of(21, new byte[] {3, 40})));
        all.put(Fault.ALERT_RECEIVED, () -> first(WireRecord.of(21, new byte[] {2, 40})));
    }

    /** A NewSessionTicket without extensions. */
    static byte[] ticket(int lifetime) {
        byte[] seconds = {(byte) (lifetime >>> 24), (byte) (lifetime >>> 16), (byte) (lifetime >>> 8), (byte) lifetime};
        return Messages.join(seconds, new byte[] {0, 0, 0, 0, 1, 7, 0, 2, 7, 7, 0, 0});
    }

    /** A server that gets records before anything else. */
    private static Wrongdoing first(byte[]... records) {
        return Wrongdoing.atOnce(
                SERVER,
                TestBed.PAIR.client(),
                TestBed.PAIR.server(),
                between -> Arrays.stream(records).forEach(record -> between.injectPlain(SERVER, record)));
    }

    private static Wrongdoing standing(Role victim, Consumer<Interposer> deed) {
        return Wrongdoing.afterHandshake(victim, TestBed.PAIR.client(), TestBed.PAIR.server(), deed);
    }
}
