package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Catalog;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Finding all plug-ins on the class path: in a process of its own, where their classes have to be loaded, and again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class Discovery {

    /** How far a program goes. */
    public enum Extent {
        /** Every plug-in is loaded, and the suites are known. */
        FOUND,
        /** Every part is asked whether it works, and every suite is put together: no program needs all of that. */
        COMPOSED
    }

    /** How far the program goes. */
    @Param("FOUND")
    public Extent extent = Extent.FOUND;

    /** Whether the program's classes lie in a class data archive. */
    @Param("false")
    public boolean archived;

    private final FreshJvm nothing = FreshJvm.running(EmptyProgram.class);
    private @Nullable Scratch scratch;
    private FreshJvm finding;

    /** Makes the archive, if one is wanted. */
    @Setup
    public void prepare() throws IOException {
        finding = FreshJvm.running(DiscoveryProgram.class, extent.name());
        if (!archived) return;
        Scratch made = Scratch.make();
        scratch = made;
        finding = finding.archived(made.resolve("classes.jsa"));
    }

    /** Removes it. */
    @TearDown
    public void clear() throws IOException {
        Scratch made = scratch;
        if (made != null) made.close();
    }

    /**
     * A process that finds them.
     *
     * @return how many suites there are
     * @throws IOException if it can't be started
     */
    @Benchmark
    public String freshJvm() throws IOException {
        return finding.run();
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

    /** A JVM that has found them before. */
    @State(Scope.Thread)
    public static class Before {

        /** Finds them, often. */
        @Setup
        public void prepare() {
            SteadyState.reach(this::find);
        }

        Catalog find() {
            return Plugins.discover();
        }
    }

    /**
     * In a JVM that has found them before.
     *
     * @param before where to find them
     * @return the catalog
     */
    @Benchmark
    public Catalog again(Before before) {
        return before.find();
    }
}
