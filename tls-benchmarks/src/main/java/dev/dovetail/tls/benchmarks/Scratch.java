package dev.dovetail.tls.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for what is needed while something is measured. It goes with all that is in it when it is closed, and when this
 * JVM is told to stop: there may be private keys in it, and archives of some megabytes.
 *
 * @param directory its owner's alone, where the file system knows owners
 */
record Scratch(Path directory) implements AutoCloseable {

    static Scratch make() throws IOException {
        Scratch made = new Scratch(Files.createTempDirectory("dovetail-bench"));
        Runtime.getRuntime().addShutdownHook(new Thread(made::closeAtLast, "clears " + made.directory));
        return made;
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** May be called again. */
    @Override
    public synchronized void close() throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) Files.deleteIfExists(file);
        }
    }

    private void closeAtLast() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("dovetail bench: " + directory + " is left behind: " + e);
        }
    }
}
