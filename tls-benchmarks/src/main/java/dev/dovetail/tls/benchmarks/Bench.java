package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The command {@code dovetail bench}: measures, compares, and prints one table. */
public final class Bench {

    // Choice: a heap that never has to grow, so that no iteration pays for it.
    private static final String[] HEAP = {"-Xms1g", "-Xmx1g"};
    private static final int WRONG_USE = 2;

    private Bench() {}

    /**
     * Measures.
     *
     * @param arguments see {@code --help}; the status is 0 if all went well, 1 if a benchmark failed, 2 for wrong use
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            if (List.of(arguments).equals(List.of("sessions"))) {
                System.out.print(new SessionCosts().text());
                return 0;
            }
            BenchOptions options = BenchOptions.parse(arguments);
            if (options.help()) {
                System.out.print(BenchOptions.USAGE);
                return 0;
            }
            List<Measurement> plan = options.plan();
            if (options.list()) plan.forEach(System.out::println);
            else measure(options, plan, "dovetail bench " + String.join(" ", arguments));
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println("dovetail bench: " + wrong.getMessage());
            return WRONG_USE;
        } catch (RunnerException | IOException failed) {
            System.err.println("dovetail bench: " + failed.getMessage());
            return 1;
        }
    }

    private static void measure(BenchOptions options, List<Measurement> plan, String command)
            throws RunnerException, IOException {
        Map<String, String> facts = Machine.facts(command.trim(), options.length(), flags());
        facts.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        System.out.println();
        List<RunResult> results = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        ProgressLine progress = new ProgressLine(plan.size());
        for (Measurement measurement : plan) {
            progress.begin(measurement);
            RunResult result = measure(measurement, options.length(), progress);
            results.add(result);
            figures.add(Figure.of(measurement, result));
        }
        progress.clear();
        if (options.length() == Length.SMOKE) {
            System.out.println("Each of " + plan.size() + " benchmarks runs. Such short times would mean nothing.");
            return;
        }
        Report report = new Report(figures);
        System.out.print(report.text() + Report.LEGEND + report.warning());
        if (options.json().isPresent()) writeJson(results, options.json().get());
        if (options.markdown().isPresent()) new FiguresPage(options.markdown().get()).write(facts, report);
    }

    /** JMH's own output is shown only if something fails. */
    private static RunResult measure(Measurement measurement, Length length, ProgressLine progress)
            throws RunnerException, IOException {
        Path log = Files.createTempFile("dovetail-bench", ".log");
        try {
            return new Runner(options(measurement, length, log).build()).runSingle();
        } catch (RunnerException failed) {
            progress.clear();
            System.err.print(Files.readString(log));
            throw new RunnerException(measurement + " failed: JMH's output is above", failed);
        } finally {
            Files.delete(log);
        }
    }

    private static ChainedOptionsBuilder options(Measurement measurement, Length length, Path log) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(measurement.pattern())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend(HEAP[0], HEAP[1], length.settling())
                .output(log.toString());
        measurement.parameters().forEach(options::param);
        length.apply(options, measurement.isHandshake());
        return options;
    }

    /** Measured JVMs get our own flags, and the heap. */
    private static List<String> flags() {
        List<String> flags =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        flags.addAll(List.of(HEAP));
        return flags;
    }

    private static void writeJson(List<RunResult> results, Path file) {
        ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString()).writeOut(results);
    }
}
