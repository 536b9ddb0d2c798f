package dev.dovetail.tls.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Our end over a socket, step by step: a stream would do the whole handshake before it lets anybody see early data. */
final class Wire implements AutoCloseable {

    private final DovetailEnd end;
    private final Socket socket;
    private final byte[] room = new byte[1 << 14];
    private byte[] arrived = {};

    private Wire(DovetailEnd end, Socket socket) {
        this.end = end;
        this.socket = socket;
    }

    static Wire over(DovetailEnd end, Socket socket) throws IOException {
        socket.setSoTimeout((int) Program.PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        return new Wire(end, socket);
    }

    /** Connects to a server on this machine. */
    static Wire to(int port, DovetailEnd client) throws IOException {
        return over(client, new Socket(InetAddress.getLoopbackAddress(), port));
    }

    DovetailEnd end() {
        return end;
    }

    Visit visit() {
        return new Visit(end.info(), end.witness());
    }

    /** All that has come from the peer, still sealed. */
    byte[] arrived() {
        return arrived.clone();
    }

    /** Sends what waits to be sent. */
    void flush() throws IOException {
        socket.getOutputStream().write(end.flight());
    }

    Wire handshake() throws IOException {
        await(end::connected);
        flush();
        return this;
    }

    void send(String text) throws IOException {
        end.write(text.getBytes(StandardCharsets.ISO_8859_1));
        flush();
    }

    /** Waits until this is all that has come, apart from early data. */
    void awaitText(String text) throws IOException {
        await(() -> received().equals(text));
    }

    /** Waits until this is all early data that has come. What we have to say is not sent. */
    void awaitEarlyText(String text) throws IOException {
        while (!receivedEarly().equals(text)) fill();
    }

    String received() {
        return new String(end.received(), StandardCharsets.ISO_8859_1);
    }

    String receivedEarly() {
        return new String(end.receivedEarly(), StandardCharsets.ISO_8859_1);
    }

    private void await(BooleanSupplier done) throws IOException {
        flush();
        while (!done.getAsBoolean()) {
            fill();
            flush();
        }
    }

    private void fill() throws IOException {
        if (end.failure().isPresent())
            throw new AssertionError(toString(), end.failure().get());
        int count = socket.getInputStream().read(room);
        if (count < 0) throw new AssertionError("the peer has gone: " + this);
        byte[] part = Arrays.copyOf(room, count);
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + count);
        System.arraycopy(part, 0, arrived, before, count);
        end.take(part);
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            if (end.connected()) end.closeWrite();
            flush();
        } finally {
            end.engine().close();
        }
    }

    @Override
    public String toString() {
        return end + ", received \"" + received() + "\", early \"" + receivedEarly() + "\"";
    }
}
