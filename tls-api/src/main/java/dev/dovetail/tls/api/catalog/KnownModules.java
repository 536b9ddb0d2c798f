package dev.dovetail.tls.api.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The list of parts and suites that Dovetail's own modules bring, so that a missing one can be named together with the
 * module to add. It decides nothing.
 */
final class KnownModules {

    private final Properties modules = new Properties();

    KnownModules() {
        try (InputStream in = KnownModules.class.getResourceAsStream("known-modules.properties")) {
            if (in != null) modules.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("known-modules.properties can't be read", e);
        }
    }

    /** The artifact that has the part or suite, for example {@code tls-ciphers-aes}. */
    Optional<String> of(String kind, String name) {
        return Optional.ofNullable(modules.getProperty(kind + "." + name));
    }

    /** Everything on the list, sorted by kind and name. */
    Stream<Absent> all() {
        return modules.stringPropertyNames().stream().sorted().map(key -> {
            int dot = key.indexOf('.');
            return new Absent(key.substring(0, dot), key.substring(dot + 1), modules.getProperty(key));
        });
    }

    String advice(String kind, String name) {
        return of(kind, name)
                .map(module -> "add dev.dovetail:" + module)
                .orElse("no module of Dovetail has it: is a plug-in missing, or the name misspelled?");
    }
}
