package dev.dovetail.tls.programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that is no Java: its output is kept, every wait for it is bounded, and it is gone with all that it started
 * when this is closed.
 */
final class Program implements AutoCloseable {

    private static final String PROPERTY = "dovetail.interop";

    private final List<String> command;
    private final Process process;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private boolean ended;

    private Program(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        Thread reader = new Thread(this::read, "output of " + command.get(0));
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Demands that a program is installed: the test fails without it if the system property {@value #PROPERTY} is
     * {@code require}, and is skipped otherwise.
     */
    static void require(String name, String debianPackage) {
        require(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                name + " is not installed (Debian package " + debianPackage + ")");
    }

    /** Demands something else that a test can't do without, in the same way. */
    static void require(boolean here, String missing) {
        if (here) return;
        if (System.getProperty(PROPERTY, "").equals("require")) throw new AssertionError(missing);
        Assumptions.abort(missing);
    }

    /** Starts a program with more variables in its environment; what it says on both streams is one output. */
    static Program start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Messages in English, whatever the user's language is.
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            return new Program(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end, gives it this on its standard input, and demands that it succeeds. */
    static String run(List<String> command, String input) throws IOException {
        try (Program program = start(command, Map.of())) {
            program.process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            program.process.getOutputStream().close();
            if (program.exitCode() != 0) throw new AssertionError("the program failed; " + program);
            return program.output();
        }
    }

    /** Waits until the output has what the pattern finds, or the program has ended: whether it was found. */
    synchronized boolean says(Pattern pattern) {
        long deadline = System.nanoTime() + Facts.PATIENCE.toNanos();
        while (true) {
            boolean complete = ended;
            if (pattern.matcher(output()).find()) return true;
            if (complete) return false;
            awaitMore(deadline);
        }
    }

    /** Everything that it has said so far; each byte is one char. */
    synchronized String output() {
        return output.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until it has ended and said everything. */
    synchronized int exitCode() {
        long deadline = System.nanoTime() + Facts.PATIENCE.toNanos();
        while (!ended) awaitMore(deadline);
        return Facts.await(process.onExit()).exitValue();
    }

    /** Asks it to end, and waits until it has. */
    void end() {
        process.destroy();
        exitCode();
    }

    /** Ends it without any goodbye, with all that it started. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Facts.await(
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)));
    }

    @Override
    public String toString() {
        return command + " said:\n" + output();
    }

    private void awaitMore(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) throw new AssertionError("time is over; " + this);
        try {
            wait(left);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        byte[] part = new byte[1 << 14];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) append(part, count);
        } catch (IOException e) {
            // The program was killed: what it said before is there.
        } finally {
            ended();
        }
    }

    private synchronized void append(byte[] part, int count) {
        output.write(part, 0, count);
        notifyAll();
    }

    private synchronized void ended() {
        ended = true;
        notifyAll();
    }
}
