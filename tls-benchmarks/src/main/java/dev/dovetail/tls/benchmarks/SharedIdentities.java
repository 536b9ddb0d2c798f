package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the one server proves itself with in all measured JVMs of a run. It is made once, so that all stacks show the very same,
 * and so that some hundred JVMs begin half a second sooner: the JDK and BouncyCastle take that long for a certificate while they
 * are cold.
 *
 * @param directory holds a directory for each kind of key, and nothing else
 */
record SharedIdentities(Path directory) {

    private static final String PROPERTY = "dovetail.bench.identities";

    /** One for each kind of key that the plan knows. */
    static SharedIdentities make(Scratch scratch) throws IOException {
        // Nobody clears away what is just being written.
        synchronized (scratch) {
            SharedIdentities made = new SharedIdentities(Files.createDirectory(scratch.resolve("identities")));
            for (KeyKind kind : kinds()) write(ServerIdentity.with(kind), Files.createDirectory(made.of(kind)));
            return made;
        }
    }

    private static void write(ServerIdentity server, Path directory) throws IOException {
        try {
            server.write(directory);
        } catch (GeneralSecurityException e) {
            throw new IOException("what a server is to show can't be written down", e);
        }
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
}
