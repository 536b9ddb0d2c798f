package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One record of application data: content in, protected record out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordSealing {

    /**
     * Through our record layer.
     *
     * @param own its state
     * @return bytes of the record
     */
    @Benchmark
    public int dovetail(OwnSealing own) {
        return own.seal();
    }

    /**
     * Through the JDK's SSLEngine.
     *
     * @param jsse its state
     * @return bytes of the record
     */
    @Benchmark
    public int sunJsse(JsseSealing jsse) throws SSLException {
        return jsse.seal();
    }

    /**
     * The provider's cipher alone.
     *
     * @param bare its state
     * @return bytes of ciphertext
     */
    @Benchmark
    public int bareCipher(BareRecords.Sealing bare) throws GeneralSecurityException {
        return bare.operate();
    }
}
