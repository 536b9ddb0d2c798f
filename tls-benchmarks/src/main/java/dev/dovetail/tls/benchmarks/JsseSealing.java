package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.KeyKind;
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

    private JsseConnection connection;
    private ByteBuffer content;
    private ByteBuffer wire;

    /** Connects, and makes the buffers. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        connection =
                JssePeers.of(suite, ServerIdentity.with(certificateFor(suite))).connect();
        content = ByteBuffer.wrap(Payload.of(size));
        wire = ByteBuffer.allocate(connection.roomOnWire(size));
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

    static KeyKind certificateFor(String suite) {
        String authentication = Plugins.all()
                .usable(suite)
                .orElseThrow(() -> new IllegalArgumentException(
                        Plugins.all().explain(suite).toString()))
                .suite()
                .authentication()
                .name();
        return authentication.equals("RSA") ? KeyKind.RSA_2048 : KeyKind.EC_P256;
    }
}
