package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the one server proves itself with in all measured JVMs of a run. It is made once, so that all stacks show the very same,
 * and so that some hundred JVMs begin half a second sooner: the JDK and BouncyCastle take that long for a certificate while they
 * are cold. It is thrown away when the run is over, or this JVM is told to stop.
 *
 * @param directory holds a directory for each kind of key, and nothing else
 */
record SharedIdentities(Path directory) implements AutoCloseable {

    private static final String PROPERTY = "dovetail.bench.identities";

    /** One for each kind of key that the plan knows. */
    static SharedIdentities make() throws IOException {
        SharedIdentities made = new SharedIdentities(Files.createTempDirectory("dovetail-bench"));
        // They are private keys: a run that is interrupted leaves none behind.
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "throws keys away"));
        for (KeyKind kind : kinds()) {
            try {
                ServerIdentity.with(kind).write(Files.createDirectory(made.of(kind)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("what servers are to show can't be written down", e);
            }
        }
        return made;
    }

    static List<KeyKind> kinds() {
        return Arrays.stream(HandshakeKind.values())
                .map(HandshakeKind::certificate)
                .distinct()
                .toList();
    }

    private Path of(KeyKind kind) {
        return directory.resolve(kind.name());
    }

    /** With which a measured JVM finds them. */
    String flag() {
        return "-D" + PROPERTY + "=" + directory;
    }

    /** The one that all share; a new one in a JVM that shares none, as in tests. */
    static ServerIdentity with(KeyKind kind) {
        String directory = System.getProperty(PROPERTY);
        return directory == null ? ServerIdentity.with(kind) : new SharedIdentities(Path.of(directory)).read(kind);
    }

    /** Never makes another: stacks would be measured with different ones, and nobody would know. */
    ServerIdentity read(KeyKind kind) {
        try {
            return ServerIdentity.read(of(kind));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("there is no server with " + kind + " in " + directory, e);
        }
    }

    /** May be called again. */
    @Override
    public synchronized void close() {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
