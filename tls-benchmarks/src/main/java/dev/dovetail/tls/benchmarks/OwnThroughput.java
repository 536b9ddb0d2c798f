package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.handshake.TlsEngine;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A connection of ours over which a client sends application data. */
@State(Scope.Thread)
public class OwnThroughput {

    /** IANA's spelling. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Whose cipher. */
    @Param("JDK")
    public String implementation;

    /** Bytes of data in one call. */
    @Param({"1024", "16384", "262144"})
    public int size;

    private OwnPeers.Connection connection;
    private byte[] data;
    private byte[] wire;
    private byte[] received;

    /** Connects, and makes the arrays. */
    @Setup
    public void prepare() {
        connection = OwnPeers.of(suite, implementation, ServerIdentity.with(JsseSealing.certificateFor(suite)))
                .connect();
        data = Payload.of(size);
        // Room for a KeyUpdate too, which may come first.
        wire = new byte[connection.client().sealedLength(size) + 1024];
        received = new byte[size + (1 << 14) + 256];
        SteadyState.reach(this::pass);
    }

    int pass() {
        TlsEngine client = connection.client();
        int written = client.send(data, 0, size, wire, 0, wire.length);
        if (client.consumed() != size) throw new IllegalStateException("sent only " + client.consumed());
        TlsEngine server = connection.server();
        server.receive(wire, 0, written, received, 0, received.length);
        if (server.produced() != size) throw new IllegalStateException("received only " + server.produced());
        return written;
    }

    byte[] data() {
        return data;
    }

    byte[] received() {
        return received;
    }
}
