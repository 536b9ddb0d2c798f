package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Application data through a standing connection in memory: sealed by the client and opened by the server. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Records {

    /**
     * One call of send and one of receive, whatever the size.
     *
     * @param own the connection
     * @return bytes on the wire
     */
    @Benchmark
    public int dovetail(OwnRecords own) {
        return own.pass();
    }

    /**
     * As many calls of wrap and unwrap as there are records.
     *
     * @param peer the connection
     * @return bytes on the wire
     * @throws SSLException if the stack refuses
     */
    @Benchmark
    public int peer(PeerRecords peer) throws SSLException {
        return peer.pass();
    }

    /**
     * The provider's cipher alone, for one record.
     *
     * @param bare its state
     * @return bytes of content, and of the content type in TLS 1.3
     * @throws GeneralSecurityException if the provider refuses
     */
    @Benchmark
    public int bareCipher(BareRecords.Passing bare) throws GeneralSecurityException {
        return bare.operate();
    }
}
