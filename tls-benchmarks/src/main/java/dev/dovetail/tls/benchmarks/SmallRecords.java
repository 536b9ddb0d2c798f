package dev.dovetail.tls.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Many short messages, each a record of its own: what a record costs beside its bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallRecords {

    /** Bytes of a message. */
    static final int MESSAGE = 256;

    /**
     * One call of send for each message, and one of receive for all.
     *
     * @param own the connection
     * @return bytes on the wire
     */
    @Benchmark
    public int dovetail(OwnRecords own) {
        return own.pass();
    }

    /**
     * One call of wrap and one of unwrap for each message.
     *
     * @param peer the connection
     * @return bytes on the wire
     * @throws SSLException if the stack refuses
     */
    @Benchmark
    public int peer(PeerRecords peer) throws SSLException {
        return peer.pass();
    }
}
