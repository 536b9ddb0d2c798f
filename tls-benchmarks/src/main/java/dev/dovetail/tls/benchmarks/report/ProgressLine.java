package dev.dovetail.tls.benchmarks.report;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells how far a run is: one line on a terminal, which is drawn again every second; elsewhere a line now and then.
 * Close it before anything else is printed for good.
 */
public final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 110;
    private static final int BAR = 24;
    private static final int STEPS = 10;
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Estimate estimate;
    private final int total;
    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService ticker;
    private String label = "";
    private long begun;
    private long lastLine;
    private int lastStep = -1;

    ProgressLine(Estimate estimate, int total, PrintStream out, boolean terminal, LongSupplier nanoClock) {
        this.estimate = estimate;
        this.total = total;
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
        this.lastLine = begun;
        this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to tell, on the error output.
     *
     * @param estimate of the run, which is then fed by this line only
     * @param total how many measurements there are
     * @return to be closed
     */
    public static ProgressLine begin(Estimate estimate, int total) {
        ProgressLine line = new ProgressLine(estimate, total, System.err, isTerminal(), System::nanoTime);
        if (line.terminal) line.ticker.scheduleAtFixedRate(line::draw, 1, 1, TimeUnit.SECONDS);
        return line;
    }

    /**
     * A measurement begins.
     *
     * @param measurement what to call it
     */
    public synchronized void next(String measurement) {
        if (ticker.isShutdown()) return;
        label = measurement;
        begun = nanoClock.getAsLong();
        if (terminal) draw();
        else tellNowAndThen();
    }

    /** The measurement that began last has ended. */
    public synchronized void done() {
        estimate.done(underWay());
        begun = nanoClock.getAsLong();
    }

    /** Takes the line away, so that something else can be printed; it is back a second later. */
    public synchronized void clear() {
        if (terminal) out.print("\r" + " ".repeat(WIDTH) + "\r");
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (ticker.isShutdown()) return;
        ticker.shutdownNow();
        clear();
    }

    private synchronized void draw() {
        if (ticker.isShutdown()) return;
        double share = estimate.share(underWay());
        int full = (int) (share * BAR);
        String text = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + state(share);
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
        out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
        out.flush();
    }

    private void tellNowAndThen() {
        long now = nanoClock.getAsLong();
        double share = estimate.share(Duration.ZERO);
        int step = (int) (share * STEPS);
        if (step == lastStep && now - lastLine < SILENCE.toNanos()) return;
        lastStep = step;
        lastLine = now;
        out.println(state(share));
        out.flush();
    }

    private String state(double share) {
        Duration left = estimate.left(underWay());
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %d/%d  %d:%02d left  %s",
                share * 100,
                Math.min(estimate.count() + 1, total),
                total,
                left.toMinutes(),
                left.toSecondsPart(),
                label);
    }

    private Duration underWay() {
        return Duration.ofNanos(nanoClock.getAsLong() - begun);
    }

    /** From JDK 22 on there is a console object even without a terminal, and a method that tells. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
