package dev.dovetail.tls.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Configurations of ours that agree on one thing only. */
@State(Scope.Thread)
public class OwnHandshakes {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    /** Whose groups and signatures; {@code default} is what is used unasked. */
    @Param("default")
    public String implementation;

    /** How many, met one after the other; they differ in keys and certificates. */
    @Param("1")
    public int servers;

    private OwnPeers peers;

    /** Makes both sides, and warms them up. */
    @Setup
    public void prepare() {
        peers = OwnPeers.of(kind, ManyServers.with(kind.certificate(), servers), implementation, false);
        // Whoever keeps something of a server has then met each.
        for (int i = 1; i < servers; i++) connect().close();
        SteadyState.reach(() -> {
            connect().close();
            return this;
        });
    }

    /** The caller closes the connection. */
    OwnPeers.Connection connect() {
        return peers.connect();
    }
}
