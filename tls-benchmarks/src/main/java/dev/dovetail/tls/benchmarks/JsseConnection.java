package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two SSLEngines of the JDK, and heap buffers between them: heap is what its AES-GCM is fastest on. */
final class JsseConnection {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer;
    private final ByteBuffer toClient;
    private final ByteBuffer unused;
    private final Consumer<ByteBuffer> tap;
    private long moved;

    /**
     * Buffers that one connection after the other uses for its handshake.
     *
     * @param toServer what the client sends
     * @param toClient what the server sends
     * @param unused room for data, of which there is none
     */
    record Buffers(ByteBuffer toServer, ByteBuffer toClient, ByteBuffer unused) {

        private static final int ROOM = 1 << 15;

        Buffers() {
            this(ByteBuffer.allocate(ROOM), ByteBuffer.allocate(ROOM), ByteBuffer.allocate(ROOM));
        }
    }

    JsseConnection(SSLEngine client, SSLEngine server, Buffers buffers, Consumer<ByteBuffer> tap) {
        this.client = client;
        this.server = server;
        this.toServer = buffers.toServer().clear();
        this.toClient = buffers.toClient().clear();
        this.unused = buffers.unused().clear();
        this.tap = tap;
    }

    /** Runs until neither side has anything more to say. */
    void handshake() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        do {
            if (!step(client, toClient, toServer) & !step(server, toServer, toClient)) {
                throw new IllegalStateException("the handshake stopped half way");
            }
        } while (busy(client) || busy(server) || toServer.position() > 0 || toClient.position() > 0);
    }

    private static boolean busy(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    /** One thing that this side can do; what it reads is in {@code in}, from 0 to its position. */
    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            SSLEngineResult result = engine.wrap(NOTHING, out);
            moved += result.bytesProduced();
            if (engine == server) tap.accept(out);
            return true;
        }
        if (in.position() == 0) return false;
        in.flip();
        SSLEngineResult result = engine.unwrap(in, unused);
        in.compact();
        return result.bytesConsumed() > 0 || result.getHandshakeStatus() != status;
    }

    /** How many bytes the handshake took, both ways together. */
    long handshakeBytes() {
        return moved;
    }

    /** Seals all of the client's data. */
    void seal(ByteBuffer data, ByteBuffer wire) throws SSLException {
        while (data.hasRemaining()) {
            SSLEngineResult result = client.wrap(data, wire);
            if (result.bytesProduced() == 0) throw new IllegalStateException("nothing was sealed: " + result);
        }
    }

    /** Opens all that the server got. */
    void open(ByteBuffer wire, ByteBuffer data) throws SSLException {
        while (wire.hasRemaining()) openOne(wire, data);
    }

    /** Opens the next record that the server got. */
    void openOne(ByteBuffer wire, ByteBuffer data) throws SSLException {
        SSLEngineResult result = server.unwrap(wire, data);
        if (result.bytesConsumed() == 0) throw new IllegalStateException("nothing was opened: " + result);
    }

    /** Room for some data on the wire, and more than that. */
    int roomOnWire(int data) {
        int packet = client.getSession().getPacketBufferSize();
        int application = 1 << 14;
        return (data / application + 1) * packet;
    }

    /** What {@link SSLEngine#unwrap} wants to have free, even for a short record. */
    int roomForData(int data) {
        return data + client.getSession().getApplicationBufferSize();
    }

    String suite() {
        return client.getSession().getCipherSuite();
    }
}
