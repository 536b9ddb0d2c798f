package dev.dovetail.tls.benchmarks.peers;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.benchmarks.PeerStack;
import dev.dovetail.tls.peers.Contender;
import java.security.Provider;

/** BouncyCastle's TLS over BouncyCastle's algorithms alone. */
@AutoService(PeerStack.class)
public final class BcOverBcStack extends BcJsseStack {

    /** For the service loader. */
    public BcOverBcStack() {
        super("bcjsse-bc", "BCJSSE over BC");
    }

    @Override
    protected Provider provider() {
        return Contender.BOUNCY_CASTLE.provider();
    }
}
