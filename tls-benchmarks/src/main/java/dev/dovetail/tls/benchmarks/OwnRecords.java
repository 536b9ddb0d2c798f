package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.handshake.TlsEngine;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A connection of ours over which a client sends application data. */
@State(Scope.Thread)
public class OwnRecords {

    /** IANA's spelling. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Whose cipher. */
    @Param("JDK")
    public String implementation;

    /** Bytes of data in one operation. */
    @Param({"1024", "16384", "262144"})
    public int size;

    /** Bytes in each call of send; 0 for all at once. */
    @Param("0")
    public int message;

    private OwnPeers.Connection connection;
    private byte[] data;
    private byte[] wire;
    private byte[] received;

    /** Connects, and makes the arrays. */
    @Setup
    public void prepare() {
        connection = OwnPeers.of(suite, implementation, SharedIdentities.with(Plugins.certificateFor(suite)))
                .connect();
        data = Payload.of(size);
        int messages = message == 0 ? 1 : size / message;
        // Room for a KeyUpdate too, which may come first.
        wire = new byte[messages * connection.client().sealedLength(size / messages) + 1024];
        received = new byte[size + (1 << 14) + 256];
        SteadyState.reach(this::pass);
    }

    /** Sends the data in as many calls as there are messages, and receives all of it in one. */
    int pass() {
        TlsEngine client = connection.client();
        int each = message == 0 ? size : message;
        int written = 0;
        for (int at = 0; at < size; at += each) {
            written += client.send(data, at, each, wire, written, wire.length - written);
            if (client.consumed() != each) throw new IllegalStateException("sent only " + client.consumed());
        }
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
