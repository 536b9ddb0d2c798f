package dev.dovetail.tls.suites.dhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DheSuitesTest {

    private static final Pattern NAME = Pattern.compile(
            "TLS_DHE_RSA_WITH_(?<cipher>AES_(?:128|256)_(?:GCM|CBC)|CHACHA20_POLY1305)_(?<hash>SHA\\d*)");

    /** One line of IANA's registry. */
    private record Registered(int code, String name) {
        static Registered of(String line) {
            String[] fields = line.split(",");
            int code = Integer.decode(fields[0].substring(1)) << 8 | Integer.decode(fields[1].replace("\"", ""));
            return new Registered(code, fields[2]);
        }
    }

    private static Stream<CipherSuite> suites() {
        return new DheSuites().suites().stream();
    }

    @Test
    void bringsAllSuitesOfTheseCiphersThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NAME.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(7);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name())))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NAME.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        assertThat(suite.authentication()).isEqualTo(Authentication.RSA);
        assertThat(suite.needs().keyExchange()).contains(new DheKeyExchange().name());
        assertThat(suite.needs().cipher()).isEqualTo(name.group("cipher"));
        String hash = name.group("hash");
        boolean cbc = name.group("cipher").endsWith("CBC");
        assertThat(suite.needs().mac())
                .isEqualTo(cbc ? Optional.of("HMAC_" + (hash.equals("SHA") ? "SHA1" : hash)) : Optional.empty());
        // RFC 5246 5: SHA-256 is the PRF's hash, unless the suite is newer and says otherwise.
        assertThat(suite.needs().hash()).isEqualTo(hash.equals("SHA") ? "SHA256" : hash);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void belongsToTls12AndIsNotOnUnasked(CipherSuite suite) {
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
        assertThat(suite.traits()).isEmpty();
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = DheSuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("\"0x..,0x..\",TLS_\\w+,.*"))
                    .map(Registered::of)
                    .toList();
        }
    }
}
