package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The JDK's SSLEngine after a handshake, wrapping one record after the other. */
@State(Scope.Thread)
public class JsseSealing {

    /** The JDK's name, which is IANA's. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Bytes of content. */
    @Param({"64", "256", "1024", "4096", "16384"})
    public int size;

    private PeerConnection connection;
    private ByteBuffer content;
    private ByteBuffer wire;

    /** Connects, and makes the buffers. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        connection = PeerPair.of(new SunJsseStack(), suite, BufferKind.HEAP).connect();
        content = ByteBuffer.wrap(Payload.of(size));
        wire = ByteBuffer.allocate(connection.roomOnWire(size, 1));
        SteadyState.reach(this::seal);
    }

    int seal() throws SSLException {
        content.clear();
        wire.clear();
        connection.seal(content, wire);
        return wire.position();
    }

    /** Lets the server open what was sealed last, for the test. */
    ByteBuffer opened() throws SSLException {
        ByteBuffer data = ByteBuffer.allocate(connection.roomForData(size));
        connection.open(wire.flip(), data);
        return data.flip();
    }

    byte[] content() {
        return content.array();
    }
}
