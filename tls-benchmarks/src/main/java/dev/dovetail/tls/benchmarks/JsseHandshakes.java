package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Contexts of the JDK that agree on one thing only. */
@State(Scope.Thread)
public class JsseHandshakes {

    /** What to agree on. */
    @Param
    public HandshakeKind kind;

    private JssePeers peers;

    /** Issues the certificates. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        peers = JssePeers.of(kind, ServerIdentity.with(kind.certificate()));
        SteadyState.reach(this::connect);
    }

    JsseConnection connect() throws SSLException {
        return peers.connect();
    }

    /** For the test. */
    JssePeers peers() {
        return peers;
    }
}
