package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * From the start of a process to its end, with one handshake in between: what a command line tool or a function pays.
 * JMH's own forks begin to measure when its harness has loaded most of the JDK, so processes are started here.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class StartUp {

    /** What to agree on. */
    @Param("TLS13_ECDSA_X25519")
    public HandshakeKind kind;

    /** Whose. */
    @Param("dovetail")
    public String contender;

    /** Whether its classes lie in a class data archive, as a program has it that is to start quickly. */
    @Param("false")
    public boolean archived;

    private Scratch scratch;
    private FreshJvm handshake;
    private final FreshJvm nothing = FreshJvm.running(EmptyProgram.class);

    /** Has the certificates lie in files. */
    @Setup
    public void prepare() throws IOException, GeneralSecurityException {
        scratch = Scratch.make();
        String[] arguments = {contender, kind.name(), identity().toString()};
        handshake = FirstHandshake.ALONE.contains(contender)
                ? FreshJvm.running(FirstHandshake.class, arguments)
                : FreshJvm.runningAmongAll(FirstHandshake.class, arguments);
        if (archived) handshake = handshake.archived(scratch.resolve("classes.jsa"));
    }

    private Path identity() throws IOException, GeneralSecurityException {
        Optional<Path> shared = SharedIdentities.written(kind.certificate());
        if (shared.isEmpty()) ServerIdentity.with(kind.certificate()).write(scratch.directory());
        return shared.orElse(scratch.directory());
    }

    /** Removes what was made here. */
    @TearDown
    public void clear() throws IOException {
        scratch.close();
    }

    /**
     * A process with one handshake.
     *
     * @return what it printed
     * @throws IOException if it can't be started
     */
    @Benchmark
    public String firstHandshake() throws IOException {
        return handshake.run();
    }

    /**
     * A process that does nothing.
     *
     * @return what it printed
     * @throws IOException if it can't be started
     */
    @Benchmark
    public String emptyJvm() throws IOException {
        return nothing.run();
    }
}
