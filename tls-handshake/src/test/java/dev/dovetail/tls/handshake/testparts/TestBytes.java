package dev.dovetail.tls.handshake.testparts;

import dev.dovetail.tls.api.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;

/** Bytes of tests: hexadecimal, out of secrets, out of resources. */
public final class TestBytes {

    private TestBytes() {}

    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.strip());
    }

    public static Secret secret(String hex) {
        return Secret.of(hex(hex));
    }

    /** The bytes of a secret, which stays open. */
    public static byte[] of(Secret secret) {
        return secret.with(byte[]::clone);
    }

    /** A resource beside a class. */
    public static byte[] resource(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
