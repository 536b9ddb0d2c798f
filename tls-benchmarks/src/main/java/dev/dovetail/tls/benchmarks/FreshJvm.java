package dev.dovetail.tls.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs a program of ours in a JVM of its own, without flags, from its start to its end. Unless told otherwise its class path
 * is what a program with all our plug-ins has, and nothing of other stacks and of JMH: each jar there is opened. Our parts by
 * native code are left out too: loading it would be most of what is measured, and no bundle has it.
 */
final class FreshJvm {

    private static final Pattern OURS = Pattern.compile("(tls-(?!peers|benchmarks-peers)|bcprov-|benchmarks\\.jar)");

    private final List<String> command = new ArrayList<>();

    private FreshJvm(Predicate<String> entries, Class<?> program, String... arguments) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entries)
                .collect(Collectors.joining(File.pathSeparator));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
    }

    /** Runs what needs no other stack than the JDK's. */
    static FreshJvm running(Class<?> program, String... arguments) {
        return new FreshJvm(FreshJvm::belongs, program, arguments);
    }

    /** Runs it with all that is here. */
    static FreshJvm runningAmongAll(Class<?> program, String... arguments) {
        return new FreshJvm(entry -> true, program, arguments);
    }

    /** In a build our modules are directories; {@code benchmarks.jar} has everything in it. */
    private static boolean belongs(String entry) {
        if (entry.contains("tls-provider-accp")) return false;
        String name = Path.of(entry).getFileName().toString();
        return !name.endsWith(".jar") || OURS.matcher(name).lookingAt();
    }

    /**
     * Waits for its end.
     *
     * @return what it printed
     * @throws IllegalStateException with what it printed, if it failed
     */
    String run() throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes());
            int status = process.waitFor();
            if (status != 0) throw new IllegalStateException(command.get(command.size() - 1) + " failed: " + said);
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
