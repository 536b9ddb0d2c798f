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
     * Both sides the JDK's.
     *
     * @param jsse the contexts
     * @return the connection
     */
    @Benchmark
    public Object sunJsse(JsseHandshakes jsse) throws SSLException {
        return jsse.connect();
    }
}
