package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a group costs in one handshake, both sides together. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class KeyAgreement {

    /** IANA's spelling. */
    @Param("x25519")
    public String group;

    /** Whose code. */
    @Param("JDK")
    public String implementation;

    private final SecureRandom random = new SecureRandom();
    private NamedGroup measured;

    /** Finds the group. */
    @Setup
    public void prepare() {
        // A hybrid's halves have implementations, itself has none: it is measured as it is used unasked.
        boolean any = implementation.equals(Plugins.DEFAULT);
        Catalog catalog = any ? Plugins.all() : Plugins.having(implementation).prefer(group, implementation);
        NamedGroup found = catalog.groups().stream()
                .filter(part -> part.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no group " + group));
        measured = any ? found : Plugins.require(found, implementation);
        SteadyState.reach(this::exchange);
    }

    /**
     * Generates, encapsulates and decapsulates.
     *
     * @return whether both sides have the same secret
     */
    @Benchmark
    public boolean exchange() throws IllegalShareException {
        try (NamedGroup.Initiator initiator = measured.generate(random)) {
            NamedGroup.Encapsulated answer = measured.encapsulate(initiator.share(), random);
            try (Secret theirs = answer.secret();
                    Secret ours = initiator.decapsulate(answer.share())) {
                return ours.with(theirs::matches);
            }
        }
    }
}
