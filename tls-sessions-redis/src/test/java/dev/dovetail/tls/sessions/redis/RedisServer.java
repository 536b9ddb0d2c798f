package dev.dovetail.tls.sessions.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of a test's own, on a free port of this machine: can be stopped, started again on the same port with nothing
 * in it, and halted. Gone when this is closed. Not for several threads.
 */
final class RedisServer implements AutoCloseable {

    private static final String PROPERTY = "dovetail.interop";
    private static final String PROGRAM = "redis-server";
    private static final int PATIENCE_SECONDS = 20;
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private int port;
    private Process process;

    private RedisServer() {
        try {
            this.folder = Files.createTempDirectory("dovetail-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Somebody else may take the port before the server does.
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            if (isUp()) return;
            if (attempt == ATTEMPTS) throw new AssertionError("no port for " + PROGRAM);
        }
    }

    /**
     * Starts a server: the test fails where the program is missing if the system property {@value #PROPERTY} is
     * {@code require}, and is skipped otherwise.
     */
    static RedisServer start() {
        boolean here = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        String missing = PROGRAM + " is not installed (Debian package " + PROGRAM + ")";
        if (!here && System.getProperty(PROPERTY, "").equals("require")) throw new AssertionError(missing);
        if (!here) Assumptions.abort(missing);
        return new RedisServer();
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    RedisPlace place() {
        return RedisPlace.at(uri());
    }

    /** Ends it without a goodbye: its memory is lost. */
    void stop() {
        process.destroyForcibly();
        await(process);
    }

    /** Ends it as an administrator would (SIGTERM). It saves nothing: its memory is lost. */
    void terminate() {
        process.destroy();
        await(process);
    }

    /**
     * Makes Redis seem to have remembered claims for ever, as it will seem after a while: else the first minute of each
     * test would be one without early data.
     */
    void ageClaims() {
        with(commands -> commands.set(place().key("claims-since"), new byte[] {'0'}));
    }

    /** Starts it again, on the same port, with nothing in it. */
    void startAgain() {
        if (!isUp()) throw new AssertionError(PROGRAM + " does not start again");
    }

    /** Halts it: connections stay, and nothing answers. */
    void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() {
        signal("CONT");
    }

    /** Does something over a connection of its own. */
    <T> T with(Function<RedisCommands<byte[], byte[]>, T> commands) {
        RedisClient client = RedisClient.create(RedisURI.create(uri()));
        try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUp() {
        List<String> command = List.of(
                PROGRAM,
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
                "--enable-debug-command",
                "yes",
                "--daemonize",
                "no");
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            // Closed with the process; the reader is kept by nobody, for the server says little more.
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("eady to accept connections")) return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            await(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("does not end");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
