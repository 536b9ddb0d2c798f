package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Configurations of the JDK that agree on one thing only, and resume. */
@State(Scope.Thread)
public class JsseResumptions {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    private JssePeers peers;

    /** Issues the certificates. */
    @Setup
    public void prepare() throws GeneralSecurityException, SSLException {
        peers = JssePeers.of(kind, ServerIdentity.with(kind.certificate()), true);
        // The first connection is a full handshake, and gets the ticket for the next.
        connect();
        SteadyState.reach(this::connect);
    }

    JsseConnection connect() throws SSLException {
        return peers.connect();
    }
}
