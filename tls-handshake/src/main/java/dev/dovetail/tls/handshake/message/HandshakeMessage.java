package dev.dovetail.tls.handshake.message;

import dev.dovetail.tls.api.wire.FieldObserver;
import dev.dovetail.tls.api.wire.WireReader;
import org.jspecify.annotations.Nullable;

/**
 * A whole handshake message as it stands on the wire: a type, three bytes of length, the body (RFC 8446 4).
 *
 * @param bytes header and body; not to be changed
 * @param observer sees the fields as they are read, or null
 */
public record HandshakeMessage(byte[] bytes, @Nullable FieldObserver observer) {

    /** Bytes of the header. */
    public static final int HEADER = 4;

    /**
     * Puts the header in front of a body.
     *
     * @param type the message's number
     * @param body 0 to 2^24 - 1 bytes
     * @return header and body
     */
    public static byte[] withHeader(int type, byte[] body) {
        byte[] message = new byte[HEADER + body.length];
        message[0] = (byte) type;
        message[1] = (byte) (body.length >>> 16);
        message[2] = (byte) (body.length >>> 8);
        message[3] = (byte) body.length;
        System.arraycopy(body, 0, message, HEADER, body.length);
        return message;
    }

    /**
     * The message's number.
     *
     * @return 0 to 255
     */
    public int type() {
        return bytes[0] & 0xff;
    }

    /**
     * The message's name.
     *
     * @return for example {@code ClientHello}
     */
    public String name() {
        return HandshakeType.name(type());
    }

    /**
     * Reads the body.
     *
     * @return stands at its first byte
     */
    public WireReader body() {
        return WireReader.of(bytes, HEADER, bytes.length - HEADER, name(), observer);
    }

    /**
     * Reads the body without telling the observer: for a look ahead.
     *
     * @return stands at its first byte
     */
    public WireReader silentBody() {
        return WireReader.of(bytes, HEADER, bytes.length - HEADER, name(), null);
    }

    @Override
    public String toString() {
        return name() + "[" + bytes.length + " bytes]";
    }
}
