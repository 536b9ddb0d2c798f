package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The early data of a stream (RFC 8446 2.3): what a client sends with its first flight, before it has heard of the server.
 * It has no forward secrecy, and who records it can send it again, so it has calls of its own: nothing of it comes through
 * {@link TlsStream#input()}, and nothing becomes early data by {@link TlsStream#output()}.
 */
public final class EarlyData {

    private final StreamHandshake handshake;
    private final StreamOutput out;
    private final StreamEnd end;
    private final TlsStream stream;

    EarlyData(TlsStream stream, StreamHandshake handshake, StreamOutput out, StreamEnd end) {
        this.stream = stream;
        this.handshake = handshake;
        this.out = out;
        this.end = end;
    }

    /**
     * A client sends early data, before it calls for the handshake. None can be sent unless {@code ClientConfig.earlyData}
     * says so and a session is held whose server allows it.
     *
     * @param data what may be done twice without harm
     * @param offset first byte
     * @param length how many
     * @return how many were sent; the rest is to be sent behind the handshake, where {@link ConnectionInfo#earlyData()} tells
     *     what became of these
     * @throws IOException if the transport fails
     */
    public int send(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        end.refuseClosed();
        try {
            return handshake.sendEarly(() -> out.writeEarly(data, offset, length));
        } catch (TlsFault fault) {
            throw end.abandoned(fault);
        } catch (IOException broken) {
            throw end.explained(broken);
        }
    }

    /**
     * A server reads early data, to its end, before it reads anything else. Waits for it, and takes the handshake as far as
     * that needs.
     *
     * @param buffer takes it
     * @param offset where it begins
     * @param length room
     * @return bytes read; -1 behind the end, or if the client sent none or it was not taken
     * @throws IOException if the handshake fails
     */
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return length == 0 ? 0 : handshake.readEarly(buffer, offset, length);
    }

    /**
     * What {@link #read} reads, as a stream. Its end is not the connection's.
     *
     * @return a view; closing it does nothing
     */
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return EarlyData.this.read(buffer, offset, length);
            }
        };
    }

    /**
     * A server answers early data at once: the client that sent it has not shown yet that it is there. Where none was taken,
     * the handshake is done first.
     *
     * @param data the answer
     * @param offset first byte
     * @param length how many
     * @throws IOException if the transport or the handshake fails
     */
    public void answer(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (!handshake.earlyTaken()) stream.handshake();
        stream.write(data, offset, length, handshake.earlyTaken());
    }
}
