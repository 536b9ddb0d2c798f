package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The JDK's SSLEngine after a handshake, unwrapping records that were wrapped just before. */
@State(Scope.Thread)
public class JsseOpening {

    /** The JDK's name, which is IANA's. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Bytes of content. */
    @Param({"64", "256", "1024", "4096", "16384"})
    public int size;

    private PeerConnection connection;
    private ByteBuffer content;
    private ByteBuffer wire;
    private ByteBuffer opened;

    /** Connects, and makes the buffers. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        connection = PeerPair.of(new SunJsseStack(), suite, BufferKind.HEAP).connect();
        content = ByteBuffer.wrap(Payload.of(size));
        wire = ByteBuffer.allocate(RecordOpening.BATCH * (size + 128) + connection.roomOnWire(size, 1));
        opened = ByteBuffer.allocate(connection.roomForData(size));
        SteadyState.reach(() -> {
            sealBatch();
            return open();
        });
    }

    /**
     * Wraps the records that are to be unwrapped.
     *
     * @param aside counts what this allocates
     */
    @Setup(Level.Invocation)
    public void sealBatch(Aside aside) {
        aside.run(this::sealBatch, RecordOpening.BATCH);
    }

    private void sealBatch() {
        wire.clear();
        try {
            for (int i = 0; i < RecordOpening.BATCH; i++) connection.seal(content.clear(), wire);
        } catch (SSLException e) {
            throw new IllegalStateException("a record can't be wrapped", e);
        }
        wire.flip();
    }

    /** Unwraps the whole batch. */
    long open() throws SSLException {
        long bytes = 0;
        while (wire.hasRemaining()) {
            opened.clear();
            connection.openOne(wire, opened);
            bytes += opened.position();
        }
        return bytes;
    }

    byte[] content() {
        return content.array();
    }

    byte[] opened() {
        return opened.array();
    }
}
