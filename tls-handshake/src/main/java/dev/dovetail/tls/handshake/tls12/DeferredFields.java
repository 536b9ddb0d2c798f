package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.wire.FieldObserver;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a message that a task reads: kept there, and told to the observer on the engine's thread when the task is
 * done.
 */
public final class DeferredFields {

    private record Field(String path, byte[] data, int offset, int length) {}

    private final HandshakeMessage message;
    private final List<Field> fields = new ArrayList<>();

    /**
     * For one message.
     *
     * @param message read by a task
     */
    public DeferredFields(HandshakeMessage message) {
        this.message = message;
    }

    /**
     * Reads the body; for the task.
     *
     * @return stands at its first byte
     */
    public WireReader body() {
        int length = message.bytes().length - HandshakeMessage.HEADER;
        FieldObserver keep = (path, data, offset, size) -> fields.add(new Field(path, data, offset, size));
        return WireReader.of(
                message.bytes(),
                HandshakeMessage.HEADER,
                length,
                message.name(),
                message.observer() == null ? null : keep);
    }

    /** Tells the observer what was read; for the engine's thread. */
    public void tell() {
        FieldObserver observer = message.observer();
        if (observer == null) return;
        for (Field field : fields) observer.field(field.path(), field.data(), field.offset(), field.length());
    }
}
