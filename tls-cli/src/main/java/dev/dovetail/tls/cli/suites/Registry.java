package dev.dovetail.tls.cli.suites;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * IANA's registry of TLS cipher suites, as of January 2026. For listings only: no suite is made of it.
 *
 * @param rows in the order of their numbers
 */
record Registry(List<RegistryRow> rows) {

    static final String FILE = "iana-cipher-suites.csv";

    /** The registry that comes with this program. */
    static Registry read() {
        List<List<String>> lines = Csv.parse(resource(FILE));
        return new Registry(lines.stream()
                .skip(1)
                .map(line -> new RegistryRow(line.get(0), line.get(1).replaceAll("\\s+", " ")))
                .toList());
    }

    /** The text of a file that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Registry.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in this program");
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
