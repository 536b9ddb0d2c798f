package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.MessageChange.Piece;
import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.RecordChange;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody between two engines who knows their secrets: opens every record, changes messages at will, and seals them anew,
 * so that the receiver meets a peer that breaks rules rather than broken records. Sees every alert in the clear.
 */
final class Interposer implements RecordChange, AutoCloseable {

    private final Loopback loopback;
    private final MessageChange change;
    private final boolean listening;
    private final TappedKeys keys;
    private final Map<Role, Tap> taps = new EnumMap<>(Role.class);
    private final Map<Role, Integer> counts = new EnumMap<>(Map.of(Role.CLIENT, 0, Role.SERVER, 0));
    private final Map<Role, ByteArrayOutputStream> joined = new EnumMap<>(Role.class);
    private final Map<Role, Piece> beforeChange = new EnumMap<>(Role.class);
    private final List<SeenAlert> alerts = new ArrayList<>();
    private final List<SeenMessage> messages = new ArrayList<>();
    private final List<SeenRecord> records = new ArrayList<>();

    /** An alert as it was sent. */
    record SeenAlert(Role from, int level, Alert alert) {}

    /** A message as it was sent. */
    record SeenMessage(Role from, byte[] bytes) {}

    /** A record as it was sent: what it carried and how long that and the record were. */
    record SeenRecord(Role from, int contentType, int contentLength, int wireLength) {}

    private Interposer(Loopback loopback, MessageChange change, boolean listening) {
        this.loopback = loopback;
        this.change = change;
        this.listening = listening;
        this.keys = new TappedKeys(loopback);
        for (Role role : Role.values()) {
            taps.put(role, new Tap());
            joined.put(role, new ByteArrayOutputStream());
        }
    }

    static Interposer between(ClientConfig.Builder client, ServerConfig.Builder server, MessageChange change) {
        Loopback loopback = Loopback.between(client.insecureSecretsInEvents(), server.insecureSecretsInEvents());
        Interposer interposer = new Interposer(loopback, change, false);
        loopback.changing(interposer);
        return interposer;
    }

    /** Listens only: every record passes as it is. */
    static Interposer listening(ClientConfig.Builder client, ServerConfig.Builder server) {
        Loopback loopback = Loopback.between(client.insecureSecretsInEvents(), server.insecureSecretsInEvents());
        Interposer interposer = new Interposer(loopback, MessageChange.none(), true);
        loopback.changing(interposer);
        return interposer;
    }

    Loopback loopback() {
        return loopback;
    }

    List<SeenAlert> alerts(Role from) {
        return alerts.stream().filter(one -> one.from() == from).toList();
    }

    List<byte[]> messages(Role from) {
        return messages.stream()
                .filter(one -> one.from() == from)
                .map(SeenMessage::bytes)
                .toList();
    }

    List<SeenRecord> records(Role from) {
        return records.stream().filter(one -> one.from() == from).toList();
    }

    /** Puts a record before the next ChangeCipherSpec of a side. */
    Interposer beforeChangeCipherSpec(Role from, Piece piece) {
        beforeChange.put(from, piece);
        return this;
    }

    /** Gives an end a record of the interposer's own, sealed as its peer would. */
    Interposer inject(Role to, int contentType, byte... content) {
        loopback.end(to).take(taps.get(to.peer()).seal(new Piece(contentType, content)));
        return this;
    }

    /** The same without protection. */
    Interposer injectPlain(Role to, byte... record) {
        loopback.end(to).take(record);
        return this;
    }

    @Override
    public List<byte[]> change(Role from, int index, byte[] record) {
        Tap tap = taps.get(from);
        if (record[0] == ContentType.APPLICATION_DATA && from == Role.CLIENT && !tap.isProtected()) {
            // TLS 1.3: the client's first protected record.
            keys.handshake(from, tap);
        }
        Piece piece = tap.open(record);
        records.add(new SeenRecord(from, piece.contentType(), piece.content().length, record.length));
        List<byte[]> changed = changed(from, tap, piece, record);
        return listening ? List.of(record) : changed;
    }

    private List<byte[]> changed(Role from, Tap tap, Piece piece, byte[] record) {
        return switch (piece.contentType()) {
            case ContentType.HANDSHAKE -> handshake(from, tap, piece);
            case ContentType.CHANGE_CIPHER_SPEC -> changeCipherSpec(from, tap, record);
            case ContentType.ALERT -> {
                alerts.add(new SeenAlert(from, piece.content()[0], new Alert(piece.content()[1] & 0xff)));
                yield List.of(tap.wasProtected() ? tap.seal(piece) : record);
            }
            default -> List.of(tap.seal(piece));
        };
    }

    private List<byte[]> handshake(Role from, Tap tap, Piece piece) {
        List<byte[]> out = new ArrayList<>();
        joined.get(from).writeBytes(piece.content());
        for (byte[] message : Messages.takeWhole(joined.get(from))) {
            int count = counts.merge(from, 1, Integer::sum) - 1;
            messages.add(new SeenMessage(from, message));
            for (Piece changed : change.change(from, count, message)) {
                out.add(tap.seal(changed));
            }
            keys.behind(from, message, taps);
        }
        return out;
    }

    private List<byte[]> changeCipherSpec(Role from, Tap tap, byte[] record) {
        List<byte[]> out = new ArrayList<>();
        Piece before = beforeChange.remove(from);
        if (before != null) out.add(tap.seal(before));
        keys.behindChangeCipherSpec(from, tap);
        out.add(record);
        return out;
    }

    @Override
    public void close() {
        loopback.close();
        taps.values().forEach(Tap::close);
    }
}
