package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A stack that agrees on one thing only, and resumes. */
@State(Scope.Thread)
public class PeerResumptions {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    /** Whose. */
    @Param("sunjsse")
    public String stack;

    private PeerPair pair;

    /** Makes both sides, and warms them up. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        pair = PeerPair.of(PeerStacks.named(stack), kind, true);
        // The first connection is a full handshake, and gets the ticket for the next.
        connect().close();
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
