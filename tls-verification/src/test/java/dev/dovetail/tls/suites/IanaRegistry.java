package dev.dovetail.tls.suites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IANA's registry of cipher suites. */
final class IanaRegistry {

    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),.*");

    private IanaRegistry() {}

    /** Codes by name. */
    static Map<String, Integer> suites() {
        try (InputStream in = IanaRegistry.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            if (in == null) throw new IllegalStateException("the registry is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(
                            row -> row.group(3), row -> Integer.parseInt(row.group(1) + row.group(2), 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
