package dev.dovetail.tls.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of another stack that is running: its output is kept, every wait for it is bounded, and it is gone when this
 * is closed.
 */
final class Program implements AutoCloseable {

    /** Bounds every wait. Long, for nothing but a failure ever takes so long, however busy the machine is. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String PROPERTY = "dovetail.interop";

    private final List<String> command;
    private final Process process;
    private final OutputStream input;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private boolean ended;

    private Program(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.input = process.getOutputStream();
        Thread reader = new Thread(this::read, "output of " + command.get(0));
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Demands that a program is installed: the test fails without it if the system property {@value #PROPERTY} is
     * {@code require}, and is skipped otherwise.
     *
     * @param name of the program
     * @param debianPackage that has it
     */
    static void require(String name, String debianPackage) {
        require(isInstalled(name), name + " is not installed (Debian package " + debianPackage + ")");
    }

    /** Demands something else that a test can't do without, in the same way. */
    static void require(boolean here, String missing) {
        if (here) return;
        if (allRequired()) throw new AssertionError(missing);
        Assumptions.abort(missing);
    }

    /** Starts a program; what it says on both streams is one output. */
    static Program start(List<String> command) {
        return start(command, Map.of());
    }

    /** Starts a program with more variables in its environment. */
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

    /** Waits until the output has this text. */
    Program awaitOutput(String text) {
        awaitOutput(Pattern.compile(Pattern.quote(text)));
        return this;
    }

    /** Waits until the output has this text so many times. */
    Program awaitOutput(String text, int times) {
        return awaitOutput(text, 0, times);
    }

    /** Waits until the output has this text so many times behind its first so many chars. */
    Program awaitOutput(String text, int before, int times) {
        awaitOutput(Pattern.compile("(?s)(?:" + Pattern.quote(text) + ".*?){" + times + "}"), before);
        return this;
    }

    /** Waits until the output has what the pattern finds. */
    MatchResult awaitOutput(Pattern pattern) {
        return awaitOutput(pattern, 0);
    }

    /** Waits until the output has what the pattern finds behind its first so many chars. */
    synchronized MatchResult awaitOutput(Pattern pattern, int before) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean complete = ended;
            Matcher matcher = pattern.matcher(output());
            if (matcher.find(before)) return matcher.toMatchResult();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (complete || left <= 0) {
                throw new AssertionError((complete ? "the program ended" : "time is over") + " before its output had "
                        + pattern + "; " + this);
            }
            waitFor(left);
        }
    }

    /** Everything that it has said so far; each byte is one char. */
    synchronized String output() {
        return output.toString(StandardCharsets.ISO_8859_1);
    }

    /** Types a line. */
    Program type(String line) {
        return send((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Gives it bytes on its standard input. */
    Program send(byte[] bytes) {
        try {
            input.write(bytes);
            input.flush();
        } catch (IOException e) {
            throw new AssertionError("the program does not read; " + this, e);
        }
        return this;
    }

    /** Ends its standard input. */
    Program endInput() {
        try {
            input.close();
        } catch (IOException e) {
            throw new AssertionError("the program does not read; " + this, e);
        }
        return this;
    }

    /** Waits until it has ended and said everything. */
    synchronized int exitCode() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ended) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) throw new AssertionError("the program does not end; " + this);
            waitFor(left);
        }
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the program does not end; " + this);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Ends it without any goodbye. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        exitCode();
    }

    @Override
    public String toString() {
        return command + " said:\n" + output();
    }

    /** Whether a test without its partner is to fail. */
    static boolean allRequired() {
        return System.getProperty(PROPERTY, "").equals("require");
    }

    /** What a program says about itself, or nothing if it is not here. */
    static String answer(List<String> command, Pattern pattern) {
        if (!isInstalled(command.get(0))) return "";
        try (Program program = start(command)) {
            return program.awaitOutput(pattern).group(1);
        }
    }

    static boolean isInstalled(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private void read() {
        byte[] part = new byte[1 << 14];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) append(part, count);
        } catch (IOException e) {
            // The program was killed: what it said before is there.
        } finally {
            end();
        }
    }

    private synchronized void append(byte[] part, int count) {
        output.write(part, 0, count);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void waitFor(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
