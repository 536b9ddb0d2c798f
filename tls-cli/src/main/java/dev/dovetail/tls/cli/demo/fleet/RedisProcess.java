package dev.dovetail.tls.cli.demo.fleet;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Redis of our own on a free port of this machine, which keeps nothing on disk. Gone when this is closed. */
final class RedisProcess implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    private static final int ATTEMPTS = 5;

    private final Path program;
    private final Path folder;
    private int port;
    private Process process;
    private boolean closed;

    private RedisProcess(Path program) throws IOException {
        this.program = program;
        this.folder = Files.createTempDirectory("dovetail-demo");
        this.port = freePort();
        this.process = begun();
    }

    /** The program, if one of the folders of a path has it. */
    static Optional<Path> program(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static RedisProcess start(Path program) throws IOException {
        RedisProcess redis = new RedisProcess(program);
        try {
            // Somebody else may take the port before Redis does.
            for (int attempt = 1; !redis.ready(); attempt++) {
                if (attempt == ATTEMPTS) throw new IOException(program + " does not start");
                redis.port = freePort();
                redis.startAgain();
            }
            return redis;
        } catch (IOException e) {
            redis.close();
            throw e;
        }
    }

    Path program() {
        return program;
    }

    synchronized long pid() {
        return process.pid();
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it without a goodbye: what it held is lost. */
    void kill() {
        Ended.forcibly(current());
    }

    /** Starts it again on the same port, with nothing in it. */
    void restart() throws IOException {
        startAgain();
        if (!ready()) throw new IOException(program + " does not start again");
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        kill();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // An empty folder stays among temporary ones.
        }
    }

    private synchronized void startAgain() throws IOException {
        // Whoever ends the demonstration meanwhile, on another thread, must not leave one behind.
        if (closed) throw new IOException("the demonstration has ended");
        process = begun();
    }

    private synchronized Process current() {
        return process;
    }

    private Process begun() throws IOException {
        List<String> command = List.of(
                program.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString(),
                "--daemonize",
                "no");
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads what it says until it is ready, or has ended. It says little afterwards. */
    private boolean ready() throws IOException {
        BufferedReader output = current().inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("eady to accept connections")) return true;
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
