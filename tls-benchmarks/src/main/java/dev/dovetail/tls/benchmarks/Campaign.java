package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Estimate;
import dev.dovetail.tls.benchmarks.report.Failure;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Jdk;
import dev.dovetail.tls.benchmarks.report.Machine;
import dev.dovetail.tls.benchmarks.report.ProgressLine;
import dev.dovetail.tls.benchmarks.report.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one after the other. What fails is noted, and the rest is measured all the same. If the JVM is told to stop, what
 * was measured so far is shown and kept, exactly once.
 */
final class Campaign {

    private final BenchOptions options;
    private final Planned plan;
    private final String command;
    private final Outputs outputs;
    private final PrintStream errors;
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final ProgressLine progress;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private boolean shown;

    Campaign(BenchOptions options, Planned plan, String command, Outputs outputs, PrintStream errors) {
        this.options = options;
        this.plan = plan;
        this.command = command;
        this.outputs = outputs;
        this.errors = errors;
        List<Estimate.Task> tasks = plan.measurements().stream()
                .map(each -> new Estimate.Task(
                        each.section(), each.contender(), options.length().expected(each, options.forks())))
                .toList();
        this.progress = ProgressLine.begin(new Estimate(tasks), tasks.size());
    }

    /** Measures all of the plan; answers whether nothing failed. */
    boolean run() throws IOException {
        Thread interrupted = new Thread(this::stop, "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (progress) {
            for (Measurement measurement : plan.measurements()) {
                if (isStopping()) return false;
                progress.next(measurement.toString());
                measure(measurement);
                progress.done();
            }
        }
        show(true);
        return failed.isEmpty();
    }

    private void measure(Measurement measurement) throws IOException {
        try {
            add(new Trial(measurement, options.length(), options.forks()).run());
        } catch (Trial.FailedException failure) {
            String reason = String.valueOf(failure.getMessage());
            if (!add(new Failure(measurement.toString(), reason))) return;
            progress.clear();
            errors.print(failure.output());
            errors.println("dovetail bench: " + measurement + " failed, JMH's output is above: " + reason);
        }
    }

    private synchronized void add(Figure figure) {
        figures.add(figure);
    }

    /** Whether it is a failure: not if the user has stopped us, and JMH's JVM with us. */
    private synchronized boolean add(Failure failure) {
        boolean counts = !shown && !isStopping();
        if (counts) failed.add(failure);
        return counts;
    }

    /** A hook that was never added can be taken away at any time but one. */
    private static boolean isStopping() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    private void stop() {
        progress.close();
        try {
            show(false);
        } catch (IOException e) {
            errors.println("dovetail bench: " + e.getMessage());
        }
    }

    private synchronized void show(boolean complete) throws IOException {
        if (shown) return;
        shown = true;
        if (options.length() == Length.SMOKE) {
            if (complete) outputs.out().println(smoke());
            return;
        }
        if (figures.isEmpty()) return;
        if (!complete)
            errors.printf(
                    "%nStopped after %d of %d.%n",
                    figures.size(), plan.measurements().size());
        outputs.show(List.of(result(complete)));
    }

    private String smoke() {
        int all = plan.measurements().size();
        StringBuilder text = new StringBuilder();
        plan.absent().forEach(one -> text.append("Not here: " + one.contender() + ", " + one.reason() + '\n'));
        if (failed.isEmpty()) {
            Duration taken = Duration.between(begun, Instant.now());
            return text.append("Each of " + all + " benchmarks runs, after " + taken.toSeconds()
                            + " s. Such short times would mean nothing.")
                    .toString();
        }
        text.append(failed.size() + " of " + all + " benchmarks failed:");
        failed.forEach(failure ->
                text.append("\n  ").append(failure.measurement()).append(": ").append(failure.reason()));
        return text.toString();
    }

    private Run result(boolean complete) {
        return new Run(
                begun.toString(),
                command,
                complete,
                Machine.here(),
                Jdk.running(Trial.flags()),
                options.length().text(options.forks()),
                Versions.known(),
                plan.absent(),
                failed,
                figures);
    }
}
