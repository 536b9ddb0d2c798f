package dev.dovetail.tls.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One full handshake in memory, client and server on one thread: new engines, no resumption, the chain verified. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Handshakes {

    /**
     * Both sides ours, and all secrets wiped in the end.
     *
     * @param own the configurations
     * @return the connection, closed
     */
    @Benchmark
    public Object dovetail(OwnHandshakes own) {
        try (OwnPeers.Connection connection = own.connect()) {
            return connection;
        }
    }

    /**
     * Both sides a stack's, and what it holds outside the heap given back in the end.
     *
     * @param peer the stack
     * @return the connection
     * @throws SSLException if a handshake fails
     */
    @Benchmark
    public Object peer(PeerHandshakes peer) throws SSLException {
        try (PeerConnection connection = peer.connect()) {
            return connection;
        }
    }
}
