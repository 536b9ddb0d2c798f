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
import java.util.Optional;
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
        Runtime.getRuntime().addShutdownHook(new Thread(made::closeAtLast, "throws keys away"));
        try {
            made.write();
            return made;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            made.close();
            throw new IOException("what servers are to show can't be written down", e);
        }
    }

    /** Nobody throws away what is just being written. */
    private synchronized void write() throws IOException, GeneralSecurityException {
        for (KeyKind kind : kinds()) ServerIdentity.with(kind).write(Files.createDirectory(of(kind)));
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
        return here().map(shared -> shared.read(kind)).orElseGet(() -> ServerIdentity.with(kind));
    }

    /** Where it is written, for other processes; nowhere in a JVM that shares none. */
    static Optional<Path> written(KeyKind kind) {
        return here().map(shared -> shared.of(kind));
    }

    private static Optional<SharedIdentities> here() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(SharedIdentities::new);
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
            throw new UncheckedIOException(e);
        }
    }
}
