package dev.dovetail.tls.programs;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PostgreSQL server of its own: TLS only, on a free port of the loopback address, in a new folder. */
final class Postgres implements AutoCloseable {

    /** May do everything, and is asked nothing. */
    static final String OWNER = "visitor";

    /** Has to show a certificate with this name. */
    static final String MEMBER = Pki.CLIENT_NAME;

    /** Has a password, which is the same word. */
    static final String GUEST = "guest";

    private static final String RULES = """
            hostssl all %s all trust
            hostssl all "%s" all cert
            hostssl all %s all scram-sha-256
            """.formatted(OWNER, MEMBER, GUEST);
    private static final String ROLES = """
            CREATE ROLE "%s" LOGIN;
            CREATE ROLE %s LOGIN PASSWORD '%s';
            """.formatted(MEMBER, GUEST, GUEST);

    private static final Pattern READY = Pattern.compile("database system is ready to accept connections");
    private static final int ATTEMPTS = 5;

    private final Path folder = Files.createTempDirectory("postgres");
    private final Path data = folder.resolve("data");
    private final Path programs;
    private int port;
    private Program server;

    private Postgres(Path programs) throws IOException {
        this.programs = programs;
    }

    /** Starts a server with a certificate. */
    static Postgres start(Issued own) throws IOException {
        Optional<Path> programs = programs();
        Program.require(programs.isPresent(), "PostgreSQL is not installed (Debian package postgresql)");
        Postgres postgres = new Postgres(programs.orElseThrow());
        try {
            postgres.prepare(own);
            postgres.run();
            return postgres;
        } catch (IOException | RuntimeException | Error e) {
            postgres.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        if (server != null) server.close();
        Folders.delete(folder);
    }

    private void prepare(Issued own) throws IOException {
        give(folder);
        write("server.pem", own.chainPem());
        write("server.key", own.privateKeyPem());
        write("root.pem", Pki.ROOT.pem());
        write("rules", RULES);
        Program.run(
                command("initdb", "--username=" + OWNER, "--auth=trust", "--no-locale", "--encoding=UTF8", "--no-sync"),
                "");
        Program.run(command("postgres", "--single", "-j", "postgres"), ROLES.replace("\n", "\n\n"));
    }

    private void run() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // It takes no 0 for any free port, so someone else may be quicker.
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            server = Program.start(command("postgres", settings()), Map.of());
            if (server.says(READY)) return;
        }
        throw new AssertionError("no server; " + server);
    }

    private String[] settings() {
        Map<String, Object> settings = Map.of(
                "port",
                port,
                "listen_addresses",
                "127.0.0.1",
                "unix_socket_directories",
                "",
                "hba_file",
                folder.resolve("rules"),
                "fsync",
                "off",
                "ssl",
                "on",
                "ssl_cert_file",
                folder.resolve("server.pem"),
                "ssl_key_file",
                folder.resolve("server.key"),
                "ssl_ca_file",
                folder.resolve("root.pem"));
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .toArray(String[]::new);
    }

    /** A command, as another user for root: the server refuses to be root's. */
    private List<String> command(String program, String... options) {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.addAll(List.of(programs.resolve(program).toString(), "-D", data.toString()));
        command.addAll(List.of(options));
        if (command.remove("--single")) command.add(command.indexOf("-D"), "--single");
        return command;
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        give(file);
    }

    private static void give(Path file) throws IOException {
        if (!isRoot()) return;
        UserPrincipal owner =
                file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
        Files.setOwner(file, owner);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<Path> programs() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) return Optional.empty();
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
