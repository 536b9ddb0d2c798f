package dev.dovetail.tls.handshake;

import dev.dovetail.tls.handshake.MessageChange.Piece;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.RecordReader;
import dev.dovetail.tls.record.RecordWriter;
import dev.dovetail.tls.record.WriteProtection;
import java.util.Arrays;

/** One direction of an {@link Interposer}: opens the sender's records, and seals others for the receiver. */
final class Tap implements AutoCloseable {

    private final RecordReader reader = new RecordReader();
    private final RecordWriter writer = new RecordWriter();
    private boolean isProtected;

    Tap() {
        reader.acceptPlaintextAlert(true);
    }

    boolean isProtected() {
        return isProtected;
    }

    boolean wasProtected() {
        return reader.wasProtected();
    }

    void install(ReadProtection ofSender, WriteProtection toReceiver) {
        reader.install(ofSender);
        writer.install(toReceiver);
        isProtected = true;
    }

    Piece open(byte[] record) {
        byte[] out = new byte[reader.room(record.length)];
        int length = reader.open(record, 0, record.length, out, 0);
        return new Piece(reader.contentType(), Arrays.copyOf(out, length));
    }

    byte[] seal(Piece piece) {
        int length = piece.content().length;
        byte[] out = new byte[writer.sealedLength(length) + 1000];
        int count = writer.seal(piece.contentType(), piece.content(), 0, length, out, 0, out.length);
        return Arrays.copyOf(out, count);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
