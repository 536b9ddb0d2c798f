package dev.dovetail.tls.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Configurations of ours that agree on one thing only, and resume. */
@State(Scope.Thread)
public class OwnResumptions {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    /** Whose groups and signatures; {@code default} is what is used unasked. */
    @Param("default")
    public String implementation;

    private OwnPeers peers;

    /** Makes both sides, and warms them up. */
    @Setup
    public void prepare() {
        peers = OwnPeers.of(kind, ManyServers.with(kind.certificate(), 1), implementation, true);
        // The first connection is a full handshake, and gets the ticket for the next.
        connect().close();
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
