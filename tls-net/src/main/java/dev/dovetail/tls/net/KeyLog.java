package dev.dovetail.tls.net;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Writes secrets in the key log format of NSS (RFC 9850): label, client random, secret. Whoever reads the file can read the
 * connections; the configuration has to say {@code insecureSecretsInEvents}, or nothing is written. For many connections
 * at once.
 */
public final class KeyLog implements TlsObserver {

    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final FileChannel file;

    private KeyLog(FileChannel file) {
        this.file = file;
    }

    /**
     * Writes behind what the file holds already. A new file is for its owner only.
     *
     * @param path the file
     * @return the observer, which stays open as long as it is referred to
     * @throws IOException if it can't be opened
     */
    public static KeyLog appendingTo(Path path) throws IOException {
        Set<StandardOpenOption> appending = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return new KeyLog(posix ? FileChannel.open(path, appending, OWNER) : FileChannel.open(path, appending));
    }

    @Override
    public void on(TlsEvent event) {
        if (!(event instanceof TlsEvent.SecretDerived derived)
                || derived.value().isEmpty()) return;
        try (Secret secret = derived.value().get()) {
            byte[] line = secret.with(bytes -> line(derived, bytes));
            write(line);
            Arrays.fill(line, (byte) 0);
        }
    }

    private static byte[] line(TlsEvent.SecretDerived derived, byte[] secret) {
        HexFormat hex = HexFormat.of();
        String text =
                derived.label() + ' ' + hex.formatHex(derived.clientRandom()) + ' ' + hex.formatHex(secret) + '\n';
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private synchronized void write(byte[] line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) file.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the key log can't be written: " + e.getMessage(), e);
        }
    }
}
