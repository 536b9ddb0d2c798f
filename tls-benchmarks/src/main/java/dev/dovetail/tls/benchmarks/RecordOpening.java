package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * One record of application data: protected record in, content out. A record can be opened once only, so a batch of them
 * is sealed before each measured call, untimed, and then opened.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordOpening {

    /** Records per measured call: so many that reading the clock doesn't show, so few that caches still hold them. */
    static final int BATCH = 64;

    /**
     * Through our record layer.
     *
     * @param own its state
     * @return bytes of content
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long dovetail(OwnOpening own) {
        return own.open();
    }

    /**
     * Through the JDK's SSLEngine.
     *
     * @param jsse its state
     * @return bytes of content
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long sunJsse(JsseOpening jsse) throws SSLException {
        return jsse.open();
    }

    /**
     * The provider's cipher alone.
     *
     * @param bare its state
     * @return bytes of plaintext
     */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long bareCipher(BareRecords.Opening bare) throws GeneralSecurityException {
        return bare.operate();
    }
}
