package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A connection of a stack over which a client sends application data: one wrap and one unwrap for each record. */
@State(Scope.Thread)
public class PeerRecords {

    private static final int RECORD = 1 << 14;

    /** IANA's spelling. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Bytes of data in one operation. */
    @Param({"1024", "16384", "262144"})
    public int size;

    /** Bytes in each message; 0 for records as long as they may be. */
    @Param("0")
    public int message;

    /** Whose. */
    @Param("sunjsse")
    public String stack;

    /** Where the bytes lie. */
    @Param("HEAP")
    public BufferKind buffers;

    private PeerConnection connection;
    private ByteBuffer data;
    private ByteBuffer wire;
    private ByteBuffer received;

    /** Connects, and makes the buffers. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        connection = PeerPair.of(PeerStacks.named(stack), suite, buffers).connect();
        data = buffers.holding(Payload.of(size));
        int records = size / (message == 0 ? RECORD : message) + 1;
        wire = buffers.allocate(connection.roomOnWire(size, records));
        received = buffers.allocate(connection.roomForData(size));
        SteadyState.reach(this::pass);
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        connection.close();
    }

    /** Sends and receives all data. */
    int pass() throws SSLException {
        int each = message == 0 ? size : message;
        wire.clear();
        for (int end = each; end <= size; end += each)
            connection.seal(data.limit(end).position(end - each), wire);
        int written = wire.position();
        connection.open(wire.flip(), received.clear());
        if (received.position() != size) throw new IllegalStateException("received only " + received);
        return written;
    }

    ByteBuffer data() {
        return data.rewind();
    }

    ByteBuffer received() {
        return received.flip();
    }
}
