package dev.dovetail.tls.suites.aegis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AegisSuitesTest {

    private final List<CipherSuite> suites = new AegisSuites().suites();

    @Test
    void hasTheRowsOfTheRegistryAndNoneIsRecommended() throws IOException {
        try (InputStream in = AegisSuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            assertThat(in).isNotNull();
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("\"0x"))
                    .toList();
            assertThat(suites.stream()
                            .map(suite -> String.format(
                                    "\"0x%02X,0x%02X\",%s,Y,N,", suite.code() >> 8, suite.code() & 0xff, suite.name())))
                    .hasSameSizeAs(rows)
                    .allMatch(begin -> rows.stream().anyMatch(row -> row.startsWith(begin)));
        }
    }

    /** The parts are named in the name; this catches a slip of the pen in one of them. */
    @Test
    void needsThePartsThatItsNameNames() {
        assertThat(suites)
                .allSatisfy(suite -> assertThat("TLS_" + suite.needs().cipher() + "_"
                                + suite.needs().hash())
                        .isEqualTo(suite.name()));
    }

    @Test
    void isForTls13Only() {
        assertThat(suites).allSatisfy(suite -> assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_3));
    }

    @Test
    void hasToBeNamed() {
        assertThat(suites).allSatisfy(suite -> {
            assertThat(suite.traits()).containsExactly(Trait.EXPERIMENTAL);
            assertThat(suite.traits()).allMatch(Trait::mustBeNamed);
        });
    }
}
