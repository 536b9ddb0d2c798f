package dev.dovetail.tls.suites.aead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The suites against IANA's registry. */
final class AeadSuitesRegistryTest {

    // "0x13,0x01",TLS_AES_128_GCM_SHA256,Y,Y,[RFC…],
    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),([YN]),([YND]),.*");

    @Test
    void hasTheCodesAndNamesOfTheRegistry() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSize(7);
        for (CipherSuite suite : new AeadSuites().suites()) {
            assertThat(rows)
                    .filteredOn(row -> row.name().equals(suite.name()))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(suite.code()).isEqualTo(row.code());
                        assertThat(suite.has(Trait.RECOMMENDED)).isEqualTo(row.recommended());
                    });
        }
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = AeadSuitesRegistryTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            assertThat(in).isNotNull();
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return csv.lines().map(Row::of).flatMap(Optional::stream).toList();
        }
    }

    private record Row(int code, String name, boolean recommended) {

        /** Empty for the heading and for what is not assigned. */
        static Optional<Row> of(String line) {
            Matcher cells = ROW.matcher(line);
            if (!cells.matches()) return Optional.empty();
            int code = Integer.parseInt(cells.group(1) + cells.group(2), 16);
            return Optional.of(new Row(code, cells.group(3), cells.group(5).equals("Y")));
        }
    }
}
