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
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Measures one after the other, and what is doubtful a second time. What fails is noted, and the rest is measured all the
 * same. If the JVM is told to stop, what was measured so far is shown and kept, exactly once.
 */
final class Campaign {

    private final Asked asked;
    private final Planned plan;
    private final Outputs outputs;
    private final PrintStream errors;
    private final Measuring measuring;
    private final LongSupplier nanoClock;
    private final List<Measured> measured = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private volatile ProgressLine progress;
    private volatile boolean looked;
    private boolean shown;

    /**
     * What was asked for.
     *
     * @param options as they were understood
     * @param command as it was written
     * @param at when; whatever has to be made first is part of how long it takes
     */
    record Asked(BenchOptions options, String command, Instant at) {}

    /** How a figure is made. */
    interface Measuring {

        Figure of(Measurement measurement) throws Trial.FailedException, IOException;

        /** The flags of the JVMs that measure. */
        default List<String> flags() {
            return Trial.flags(List.of());
        }
    }

    Campaign(
            Asked asked,
            Planned plan,
            Outputs outputs,
            PrintStream errors,
            Measuring measuring,
            LongSupplier nanoClock) {
        this.asked = asked;
        this.plan = plan;
        this.outputs = outputs;
        this.errors = errors;
        this.measuring = measuring;
        this.nanoClock = nanoClock;
        this.progress = progress(plan.measurements().stream()
                .map(each -> task(each, asked.options.length().expected(each, asked.options.forks())))
                .toList());
    }

    private static ProgressLine progress(List<Estimate.Task> tasks) {
        return ProgressLine.begin(new Estimate(tasks), tasks.size());
    }

    private static Estimate.Task task(Measurement measurement, Duration expected) {
        return new Estimate.Task(measurement.section(), measurement.contender(), expected);
    }

    /** Measures all of the plan; answers whether nothing failed. */
    boolean run() throws IOException {
        Thread interrupted = new Thread(this::stop, "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        look();
        looked = !isStopping();
        lookAgain();
        if (isStopping()) return false;
        show(true);
        return failed.isEmpty();
    }

    private void look() throws IOException {
        try (ProgressLine line = progress) {
            for (Measurement measurement : plan.measurements()) {
                if (isStopping()) return;
                line.next(measurement.toString());
                long begin = nanoClock.getAsLong();
                Optional<Figure> figure = measure(measurement);
                Duration taken = Duration.ofNanos(nanoClock.getAsLong() - begin);
                figure.ifPresent(one -> add(new Measured(measurement, one, taken)));
                line.done();
            }
        }
    }

    private Optional<Figure> measure(Measurement measurement) throws IOException {
        try {
            return Optional.of(measuring.of(measurement));
        } catch (Trial.FailedException failure) {
            String reason = String.valueOf(failure.getMessage());
            if (add(new Failure(measurement.toString(), reason))) tell(measurement + " failed", failure);
            return Optional.empty();
        }
    }

    private void lookAgain() throws IOException {
        List<Measured> doubtful =
                asked.options.length() == Length.SMOKE || isStopping() ? List.of() : SecondLook.of(measured);
        if (doubtful.isEmpty()) return;
        progress = progress(doubtful.stream()
                .map(each -> task(each.measurement(), each.taken()))
                .toList());
        try (ProgressLine line = progress) {
            for (Measured first : doubtful) {
                if (isStopping()) return;
                line.next("again, as some vary: " + first.measurement());
                measureAgain(first);
                line.done();
            }
        }
    }

    /** What fails now has the figure of the first time all the same. */
    private void measureAgain(Measured first) throws IOException {
        try {
            replace(first, first.and(measuring.of(first.measurement())));
        } catch (Trial.FailedException failure) {
            String what = first.measurement() + ", the second time";
            if (add(new Failure(what, String.valueOf(failure.getMessage())))) tell(what + " failed", failure);
        }
    }

    private void tell(String what, Trial.FailedException failure) {
        progress.clear();
        errors.print(failure.output());
        errors.println("dovetail bench: " + what + ", JMH's output is above: " + failure.getMessage());
    }

    private synchronized void add(Measured one) {
        measured.add(one);
    }

    private synchronized void replace(Measured before, Measured after) {
        measured.set(measured.indexOf(before), after);
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
        if (asked.options.length() == Length.SMOKE) {
            if (complete) outputs.out().println(smoke());
            return;
        }
        if (measured.isEmpty()) return;
        if (!complete) errors.printf("%nStopped %s.%n", progressText());
        outputs.show(List.of(result(complete)));
    }

    private String progressText() {
        return looked
                ? "while rows that vary were measured a second time"
                : "after " + measured.size() + " of " + plan.measurements().size();
    }

    private String smoke() {
        int all = plan.measurements().size();
        StringBuilder text = new StringBuilder();
        plan.absent().forEach(one -> text.append("Not here: " + one.contender() + ", " + one.reason() + '\n'));
        if (failed.isEmpty()) {
            return text.append("Each of " + all + " benchmarks runs, after " + taken().toSeconds()
                            + " s. Such short times would mean nothing.")
                    .toString();
        }
        text.append(failed.size() + " of " + all + " benchmarks failed:");
        failed.forEach(failure ->
                text.append("\n  ").append(failure.measurement()).append(": ").append(failure.reason()));
        return text.toString();
    }

    private Duration taken() {
        return Duration.between(asked.at, Instant.now());
    }

    private Run result(boolean complete) {
        return new Run(
                asked.at.truncatedTo(ChronoUnit.SECONDS).toString(),
                taken().toSeconds(),
                asked.command,
                complete,
                Machine.here(),
                Jdk.running(measuring.flags()),
                asked.options.length().text(asked.options.forks()),
                Versions.known(),
                plan.absent(),
                failed,
                measured.stream().map(Measured::figure).toList());
    }
}
