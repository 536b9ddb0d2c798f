package dev.dovetail.tls.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs a program of ours in a JVM of its own, from its start to its end. Unless told otherwise its class path
 * is what a program with all our plug-ins has, and nothing of other stacks and of JMH: each jar there is opened. Our parts by
 * native code are left out too: loading it would be most of what is measured, and no bundle has it.
 *
 * @param flags for the JVM
 * @param classPath where it finds its classes
 * @param program the name of its class, and its arguments
 */
record FreshJvm(List<String> flags, String classPath, List<String> program) {

    private static final Pattern OURS = Pattern.compile("(tls-(?!peers|benchmarks-peers)|bcprov-|benchmarks\\.jar)");

    private static final int PATIENCE_SECONDS = 100;

    /** Runs what needs no other stack than the JDK's. */
    static FreshJvm running(Class<?> program, String... arguments) {
        return running(FreshJvm::belongs, program, arguments);
    }

    /** Runs it with all that is here. */
    static FreshJvm runningAmongAll(Class<?> program, String... arguments) {
        return running(entry -> true, program, arguments);
    }

    private static FreshJvm running(Predicate<String> entries, Class<?> program, String... arguments) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entries)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> words = new ArrayList<>(List.of(program.getName()));
        words.addAll(List.of(arguments));
        return new FreshJvm(List.of(), classPath, words);
    }

    /** In a build our modules are directories; {@code benchmarks.jar} has everything in it. */
    private static boolean belongs(String entry) {
        if (entry.contains("tls-provider-accp")) return false;
        String name = Path.of(entry).getFileName().toString();
        return !name.endsWith(".jar") || OURS.matcher(name).lookingAt();
    }

    /** The same with one flag more. */
    FreshJvm with(String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new FreshJvm(more, classPath, program);
    }

    /**
     * The same with a class data archive (JEP 350), which one run leaves behind for those that follow.
     *
     * @param archive where it is to lie; what a JVM leaves that crashes over it lies beside it
     * @throws IllegalStateException if none can be made or used, as with classes that are in no jar: the JVM would go on
     *     without it and say nothing
     */
    FreshJvm archived(Path archive) throws IOException {
        writeArchive(archive);
        FreshJvm archived = with("-XX:SharedArchiveFile=" + archive);
        String loaded = archived.with("-Xlog:class+load").run();
        if (!loaded.contains(program.get(0) + " source: shared objects file")) {
            throw new IllegalStateException(program.get(0) + " does not come from a class data archive");
        }
        return archived;
    }

    /** JDK 17 has been seen to crash while it writes one; another time it does not. */
    private void writeArchive(Path archive) throws IOException {
        FreshJvm writing = with("-XX:ArchiveClassesAtExit=" + archive)
                .with("-XX:ErrorFile=" + archive + ".crash")
                .with("-XX:-CreateCoredumpOnCrash");
        try {
            writing.run();
        } catch (IllegalStateException crashed) {
            Files.deleteIfExists(archive);
            writing.run();
        }
    }

    /**
     * Waits for its end.
     *
     * @return what it printed
     * @throws IllegalStateException with what it printed, if it failed
     */
    String run() throws IOException {
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        // Reading heeds no interrupt: one that hangs has to be ended for it.
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((ended, late) -> process.destroyForcibly());
        try {
            String said = new String(process.getInputStream().readAllBytes());
            int status = process.waitFor();
            if (status != 0) throw new IllegalStateException(failure(status, said));
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What happened in the first line, and where, if a JVM that crashed says it; all that was said below. */
    private String failure(int status, String said) {
        String where = said.lines()
                .filter(line -> line.startsWith("# V ") || line.startsWith("# C "))
                .findFirst()
                .map(frame -> ", it crashed in " + frame.substring(2).strip())
                .orElse("");
        return program.get(0) + " ended with status " + status + where + ":\n" + said;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath));
        command.addAll(program);
        return command;
    }
}
