package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two {@code SSLEngine}s of one stack, and buffers between them. For one thread at a time. */
final class PeerConnection implements AutoCloseable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int RECORD = 1 << 14;

    private final PeerEngines engines;
    private final SSLEngine client;
    private final SSLEngine server;

    /**
     * Buffers that one connection after the other uses for its handshake.
     *
     * @param toServer what the client sends
     * @param toClient what the server sends
     * @param unused room for data, of which there is none
     * @param words what the server said
     */
    record Buffers(ByteBuffer toServer, ByteBuffer toClient, ByteBuffer unused, ServerWords words) {

        private static final int ROOM = 1 << 16;

        static Buffers of(BufferKind kind) {
            return new Buffers(kind.allocate(ROOM), kind.allocate(ROOM), kind.allocate(ROOM), new ServerWords());
        }

        private void clear() {
            toServer.clear();
            toClient.clear();
            unused.clear();
            words.clear();
        }
    }

    PeerConnection(PeerEngines engines, int port) {
        this.engines = engines;
        this.client = engines.client(port);
        this.server = engines.server();
    }

    /** Runs until neither side has anything more to say. */
    void handshake(Buffers buffers) throws SSLException {
        buffers.clear();
        ByteBuffer toClient = buffers.toClient();
        ByteBuffer toServer = buffers.toServer();
        client.beginHandshake();
        server.beginHandshake();
        do {
            boolean moves = step(client, toClient, toServer, buffers) | step(server, toServer, toClient, buffers);
            if (!moves && !remind(client, toServer, buffers) && !remind(server, toClient, buffers)) {
                throw new IllegalStateException("the handshake stopped half way: " + this);
            }
        } while (busy(client) || busy(server) || toServer.position() > 0 || toClient.position() > 0);
        buffers.words().understand();
    }

    /** Lets a server send the tickets that wait for its next record. */
    void fetchTickets(Buffers buffers) throws SSLException {
        buffers.clear();
        ByteBuffer toClient = buffers.toClient();
        seal(server, ByteBuffer.allocate(1), toClient);
        toClient.flip();
        while (toClient.hasRemaining()) openOne(client, toClient, buffers.unused());
    }

    private static boolean busy(SSLEngine engine) {
        HandshakeStatus status = engine.getHandshakeStatus();
        return status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED;
    }

    /** One thing that this side can do; what it reads is in {@code in}, from 0 to its position. */
    private boolean step(SSLEngine engine, ByteBuffer in, ByteBuffer out, Buffers buffers) throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            int before = out.position();
            engine.wrap(NOTHING, out);
            if (engine == server) buffers.words().hear(out, before, out.position());
            return true;
        }
        if (in.position() == 0) return false;
        in.flip();
        SSLEngineResult result = engine.unwrap(in, buffers.unused().clear());
        in.compact();
        return result.bytesConsumed() > 0 || result.getHandshakeStatus() != status;
    }

    /**
     * Native stacks call a handshake finished while their last message still waits to be wrapped, or have taken the peer's
     * last one and want to be called once more.
     */
    private boolean remind(SSLEngine engine, ByteBuffer out, Buffers buffers) throws SSLException {
        if (busy(engine)) {
            SSLEngineResult result = engine.unwrap(NOTHING, buffers.unused().clear());
            return result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
        }
        SSLEngineResult result = engine.wrap(NOTHING, out);
        return result.bytesProduced() > 0;
    }

    /** Seals all of the client's data, one record after the other. */
    void seal(ByteBuffer data, ByteBuffer wire) throws SSLException {
        seal(client, data, wire);
    }

    /** Opens all that the server got. */
    void open(ByteBuffer wire, ByteBuffer data) throws SSLException {
        while (wire.hasRemaining()) openOne(wire, data);
    }

    /** Opens the next record that the server got. */
    void openOne(ByteBuffer wire, ByteBuffer data) throws SSLException {
        openOne(server, wire, data);
    }

    /** Sends some bytes each way, as a connection does before it falls idle. */
    void talk(ByteBuffer data, ByteBuffer wire, ByteBuffer received) throws SSLException {
        talk(client, server, data, wire, received);
        talk(server, client, data, wire, received);
    }

    private static void talk(SSLEngine from, SSLEngine to, ByteBuffer data, ByteBuffer wire, ByteBuffer received)
            throws SSLException {
        seal(from, data.rewind(), wire.clear());
        wire.flip();
        received.clear();
        while (wire.hasRemaining()) openOne(to, wire, received);
        if (received.position() != data.limit()) throw new IllegalStateException("a message was lost");
    }

    private static void seal(SSLEngine from, ByteBuffer data, ByteBuffer wire) throws SSLException {
        while (data.hasRemaining()) {
            SSLEngineResult result = from.wrap(data, wire);
            if (result.bytesProduced() == 0) throw new IllegalStateException("nothing was sealed: " + result);
        }
    }

    private static void openOne(SSLEngine to, ByteBuffer wire, ByteBuffer data) throws SSLException {
        SSLEngineResult result = to.unwrap(wire, data);
        if (result.bytesConsumed() == 0) throw new IllegalStateException("nothing was opened: " + result);
    }

    /** Room for some records on the wire, and more than that. */
    int roomOnWire(int data, int records) {
        int packet = client.getSession().getPacketBufferSize();
        return data + (records + 1) * (packet - RECORD) + packet;
    }

    /** What {@link SSLEngine#unwrap} wants to have free, even for a short record. */
    int roomForData(int data) {
        return data + client.getSession().getApplicationBufferSize();
    }

    /** IANA's spelling, of the client's session. */
    String suite() {
        return client.getSession().getCipherSuite();
    }

    /** What the server showed to the client. */
    X509Certificate serverCertificate() throws SSLException {
        return (X509Certificate) client.getSession().getPeerCertificates()[0];
    }

    /** Gives native memory back. */
    @Override
    public void close() {
        engines.release(client);
        engines.release(server);
    }

    /** What both sides do at the moment. */
    @Override
    public String toString() {
        return "client " + client.getHandshakeStatus() + ", server " + server.getHandshakeStatus();
    }
}
