package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One measurement, made by JMH in JVMs of its own.
 *
 * @param measurement what is measured
 * @param length how thoroughly
 * @param forks in how many JVMs
 * @param beginning flags with which these JVMs begin sooner, and are the same afterwards
 */
record Trial(Measurement measurement, Length length, int forks, List<String> beginning) {

    /**
     * Choice: a heap that never has to grow and whose pages are all there, so that no iteration pays for it. A page that is
     * touched for the first time costs up to 12 µs in a virtual machine: a new heap halves the rate of handshakes for seconds.
     * Where pages may be large, touching all of them takes no time.
     */
    private static final List<String> HEAP = heap();

    private static final List<String> LARGE_HEAP = List.of("-Xms1g", "-Xmx1g");
    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

    // One JVM has one collector: with two it does not start.
    private static final Pattern CHOSEN_FOR_MEMORY =
            Pattern.compile("-XX:[+-](Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC|AlwaysPreTouch)");

    private static List<String> heap() {
        List<String> flags = new ArrayList<>(List.of("-Xms256m", "-Xmx256m", Memory.WHOLE_HEAP));
        if (System.getProperty("os.name").equals("Linux")) flags.add("-XX:+UseTransparentHugePages");
        return List.copyOf(flags);
    }

    /** A benchmark that broke, with all that JMH said. */
    static final class FailedException extends Exception {

        private final String output;

        FailedException(String message, String output, Throwable cause) {
            super(message, cause);
            this.output = output;
        }

        String output() {
            return output;
        }
    }

    /**
     * Measured JVMs get our own flags, and the heap; where memory is measured, they get a collector instead of ours.
     *
     * @param beginning with which they begin sooner: that, and not in which file it is
     */
    static List<String> flags(List<String> beginning) {
        List<String> flags = new ArrayList<>(ownFlags());
        flags.addAll(HEAP);
        beginning.stream()
                .map(flag -> flag.replaceFirst("=.*", "=(of this run)"))
                .forEach(flags::add);
        flags.add("(" + Memory.class.getSimpleName() + ": " + Memory.COLLECTOR + " " + String.join(" ", LARGE_HEAP)
                + ")");
        return flags;
    }

    private static List<String> ownFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** Those of our own flags that a measured JVM inherits. */
    List<String> inherited(List<String> own) {
        if (measurement.unit() != Unit.BYTES) return own;
        return own.stream()
                .filter(flag -> !CHOSEN_FOR_MEMORY.matcher(flag).matches())
                .toList();
    }

    /** JMH's own output is shown only if something fails. */
    Figure run() throws FailedException, IOException {
        Path log = Files.createTempFile("dovetail-bench", ".log");
        // If the run is stopped.
        log.toFile().deleteOnExit();
        try {
            RunResult result = new Runner(options(log).build()).runSingle();
            return figure(result, Files.exists(cutShort(log)));
        } catch (RunnerException | IllegalStateException failed) {
            throw new FailedException(String.valueOf(failed.getMessage()), Files.readString(log), failed);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(cutShort(log));
        }
    }

    private ChainedOptionsBuilder options(Path log) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(measurement.pattern())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs(inherited(ownFlags()).toArray(String[]::new))
                .jvmArgsAppend(appended(log).toArray(String[]::new))
                .output(log.toString());
        measurement.parameters().forEach(options::param);
        length.apply(options, measurement, forks);
        return options;
    }

    private static Path cutShort(Path log) {
        return log.resolveSibling(log.getFileName() + ".cut-short");
    }

    private List<String> appended(Path log) {
        List<String> flags = new ArrayList<>(measurement.unit() == Unit.BYTES ? LARGE_HEAP : HEAP);
        flags.addAll(beginning);
        flags.add(length.settling(measurement));
        flags.add("-D" + SteadyState.CUT_SHORT + "=" + cutShort(log));
        return flags;
    }

    private Figure figure(RunResult result, boolean cutShort) {
        boolean timed = measurement.unit() == Unit.NANOSECONDS;
        return new Figure(
                measurement.section(),
                measurement.subject(),
                measurement.size(),
                measurement.side(),
                measurement.contender(),
                measurement.by(),
                measurement.implementation(),
                measurement.unit(),
                timed ? times(result) : held(result),
                measurement.inMeasuredJvm() ? allocated(result) : null,
                forks,
                cutShort);
    }

    private static List<Double> times(RunResult result) {
        double scale = scale(result);
        return iterations(result)
                .map(iteration -> iteration.getPrimaryResult().getScore() * scale)
                .toList();
    }

    private static List<Double> held(RunResult result) {
        return iterations(result).map(Trial::held).toList();
    }

    /** All bytes that were held, by all pairs of connections that held them. */
    private static double held(IterationResult iteration) {
        @SuppressWarnings("rawtypes")
        Map<String, Result> counted = iteration.getSecondaryResults();
        return score(counted, Held.BYTES).orElse(Double.NaN)
                / score(counted, Held.PAIRS).orElse(Double.NaN);
    }

    private static Stream<IterationResult> iterations(RunResult result) {
        return result.getBenchmarkResults().stream().flatMap(fork -> fork.getIterationResults().stream());
    }

    private static double scale(RunResult result) {
        String unit = result.getPrimaryResult().getScoreUnit();
        Double scale = NANOSECONDS.get(unit);
        if (scale == null) throw new IllegalStateException("measures " + unit + ", which is no time of an operation");
        return scale;
    }

    /** JMH counts what a thread allocates in an iteration, also while it prepares: see {@link Aside}. */
    private static @Nullable Double allocated(RunResult result) {
        @SuppressWarnings("rawtypes")
        Map<String, Result> beside = result.getSecondaryResults();
        OptionalDouble all = score(beside, "gc.alloc.rate.norm");
        if (all.isEmpty() || Double.isNaN(all.getAsDouble())) return null;
        double operations = score(beside, "asideOperations").orElse(0);
        double aside = operations == 0 ? 0 : score(beside, "asideBytes").orElse(0) / operations;
        return all.getAsDouble() - aside;
    }

    @SuppressWarnings("rawtypes")
    private static OptionalDouble score(Map<String, Result> results, String name) {
        Result<?> result = results.get(name);
        return result == null ? OptionalDouble.empty() : OptionalDouble.of(result.getScore());
    }
}
