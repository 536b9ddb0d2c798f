package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A stack that agrees on one thing only. */
@State(Scope.Thread)
public class PeerHandshakes {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    /** Whose. */
    @Param("sunjsse")
    public String stack;

    /** How many, met one after the other; they differ in keys and certificates. */
    @Param("1")
    public int servers;

    private PeerPair pair;

    /** Makes both sides, and warms them up. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        PeerStack measured = PeerStacks.named(stack);
        List<ServerIdentity> identities = ManyServers.with(kind.certificate(), servers);
        pair = PeerPair.of(measured, kind, false, identities, measured.buffers().get(0));
        // Whoever keeps something of a server has then met each.
        for (int i = 1; i < servers; i++) connect().close();
        SteadyState.reach(() -> {
            connect().close();
            return this;
        });
    }

    /** The caller closes the connection. */
    PeerConnection connect() throws SSLException {
        return pair.connect();
    }
}
