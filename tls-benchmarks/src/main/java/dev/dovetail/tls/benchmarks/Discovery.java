package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Finding all plug-ins on the class path: in a process of its own, where their classes have to be loaded, and again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Discovery {

    private final FreshJvm discovering = new FreshJvm(DiscoveryProgram.class);
    private final FreshJvm nothing = new FreshJvm(EmptyProgram.class);

    /**
     * A process that finds them.
     *
     * @return how many suites are usable
     * @throws IOException if it can't be started
     */
    @Benchmark
    public String freshJvm() throws IOException {
        return discovering.run();
    }

    /**
     * A process that does nothing.
     *
     * @return nothing
     * @throws IOException if it can't be started
     */
    @Benchmark
    public String emptyJvm() throws IOException {
        return nothing.run();
    }

    /**
     * In a JVM that has found them before.
     *
     * @return the catalog
     */
    @Benchmark
    public Catalog again() {
        return Plugins.discover();
    }
}
