package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A connection of the JDK's over which a client sends application data: one wrap and one unwrap for each record. */
@State(Scope.Thread)
public class JsseThroughput {

    /** The JDK's name, which is IANA's. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Bytes of data. */
    @Param({"1024", "16384", "262144"})
    public int size;

    private JsseConnection connection;
    private ByteBuffer data;
    private ByteBuffer wire;
    private ByteBuffer received;

    /** Connects, and makes the buffers. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        connection = JssePeers.of(suite, ServerIdentity.with(JsseSealing.certificateFor(suite)))
                .connect();
        data = ByteBuffer.wrap(Payload.of(size));
        wire = ByteBuffer.allocate(connection.roomOnWire(size));
        received = ByteBuffer.allocate(connection.roomForData(size));
        SteadyState.reach(this::pass);
    }

    int pass() throws SSLException {
        connection.seal(data.clear(), wire.clear());
        int written = wire.position();
        connection.open(wire.flip(), received.clear());
        if (received.position() != size) throw new IllegalStateException("received only " + received);
        return written;
    }

    byte[] data() {
        return data.array();
    }

    byte[] received() {
        return received.array();
    }
}
