package dev.dovetail.tls.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Handshakes of both ends in memory that resume the session of the one before by its ticket: TLS 1.3 with a key exchange,
 * TLS 1.2 without. Each gives a ticket for the next one where the version does that.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Resumptions {

    /**
     * Ours.
     *
     * @param own the ends
     * @return the connection, for the harness
     */
    @Benchmark
    public Object dovetail(OwnResumptions own) {
        try (OwnPeers.Connection connection = own.connect()) {
            return connection;
        }
    }

    /**
     * A stack's.
     *
     * @param peer the ends
     * @return the connection, for the harness
     * @throws SSLException if a handshake fails
     */
    @Benchmark
    public Object peer(PeerResumptions peer) throws SSLException {
        try (PeerConnection connection = peer.connect()) {
            return connection;
        }
    }
}
