package dev.dovetail.tls.benchmarks;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Application data through a standing connection in memory: sent by the client and received by the server. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineThroughput {

    /**
     * One call of send and one of receive, whatever the size.
     *
     * @param own the connection
     * @return bytes on the wire
     */
    @Benchmark
    public int dovetail(OwnThroughput own) {
        return own.pass();
    }

    /**
     * As many calls of wrap and unwrap as there are records.
     *
     * @param jsse the connection
     * @return bytes on the wire
     */
    @Benchmark
    public int sunJsse(JsseThroughput jsse) throws SSLException {
        return jsse.pass();
    }
}
