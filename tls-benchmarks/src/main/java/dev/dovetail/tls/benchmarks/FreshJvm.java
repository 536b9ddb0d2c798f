package dev.dovetail.tls.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs a program of ours in a JVM of its own, with this JVM's class path and no flags, from its start to its end. Our parts
 * by native code are left out: loading it would be most of what is measured, and no bundle has it.
 */
final class FreshJvm {

    private final List<String> command = new ArrayList<>();

    FreshJvm(Class<?> program, String... arguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("tls-provider-accp"))
                .collect(Collectors.joining(File.pathSeparator));
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
