package dev.dovetail.tls.cli.demo.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * A key in a file that all servers read.
 *
 * @param folder has nothing else in it
 * @param file the key
 * @param reason why it is not Redis
 */
record KeyFile(Path folder, Path file, String reason) implements Sharing {

    static final String TOLD = "file";

    private static final int LENGTH = 48;

    static KeyFile create(String reason) throws IOException {
        Path folder = Files.createTempDirectory("dovetail-demo");
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        // A temporary file is for its owner alone.
        Path file = Files.createTempFile(folder, "ticket", ".key");
        return new KeyFile(folder, Files.write(file, key), reason);
    }

    @Override
    public String description() {
        return "a file with a ticket key, because " + reason;
    }

    @Override
    public Map<String, String> told() {
        return Map.of(TOLD, file.toString());
    }

    @Override
    public boolean takesEarlyData() {
        return false;
    }

    @Override
    public Optional<RedisProcess> process() {
        return Optional.empty();
    }

    @Override
    public boolean cleaned() {
        return false;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
