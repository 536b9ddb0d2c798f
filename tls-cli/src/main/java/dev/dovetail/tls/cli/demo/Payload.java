package dev.dovetail.tls.cli.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is carried.
 *
 * @param name of the file it is from, without the place
 * @param bytes the beginning of the file, or all of it; not to be changed
 * @param digest SHA-256 of the bytes
 */
record Payload(String name, byte[] bytes, byte[] digest) {

    static final int MEBIBYTE = 1 << 20;

    /** The beginning of a file. */
    static Payload of(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == 0) throw new IOException(file + " is empty: there is nothing to carry");
            return new Payload(file.getFileName().toString(), bytes, Digest.of(bytes));
        }
    }

    /**
     * A real file that is always here: the largest jar that this program itself is made of, or else the JDK's own classes.
     */
    static Path always() throws IOException {
        try (Stream<Path> jars = ownPath().stream().flatMap(Payload::jars)) {
            return jars.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseGet(() -> Path.of(System.getProperty("java.home"), "lib", "modules"));
        }
    }

    private static List<Path> ownPath() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(property -> System.getProperty(property, ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static Stream<Path> jars(Path entry) {
        if (entry.toString().endsWith(".jar")) return Files.isRegularFile(entry) ? Stream.of(entry) : Stream.of();
        if (!Files.isDirectory(entry)) return Stream.of();
        try {
            return Files.list(entry).filter(file -> file.toString().endsWith(".jar"));
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }
}
