package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
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

class EcdheSuitesTest {

    private static final Pattern NAME = Pattern.compile(
            "TLS_ECDHE_(?<by>RSA|ECDSA)_WITH_(?<cipher>AES_(?:128|256)_(?:GCM|CBC)|CHACHA20_POLY1305)_(?<hash>SHA\\d*)");

    /** One line of IANA's registry. */
    private record Registered(int code, String name, boolean recommended) {
        static Registered of(String line) {
            String[] fields = line.split(",");
            int code = Integer.decode(fields[0].substring(1)) << 8 | Integer.decode(fields[1].replace("\"", ""));
            return new Registered(code, fields[2], fields[4].equals("Y"));
        }
    }

    private static Stream<CipherSuite> suites() {
        return new EcdheSuites().suites().stream();
    }

    @Test
    void bringsAllSuitesOfTheseCiphersThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NAME.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(14);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name(), suite.has(Trait.RECOMMENDED))))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NAME.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        assertThat(suite.authentication().name()).isEqualTo(name.group("by"));
        assertThat(suite.needs().keyExchange()).contains(new EcdheKeyExchange().name());
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
    void belongsToTls12Alone(CipherSuite suite) {
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void isRecommendedOnlyWithAnAead(CipherSuite suite) {
        assertThat(suite.traits().equals(java.util.Set.of(Trait.RECOMMENDED)))
                .isEqualTo(suite.needs().mac().isEmpty());
        assertThat(suite.traits().isEmpty()).isEqualTo(suite.needs().mac().isPresent());
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = EcdheSuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("\"0x..,0x..\",TLS_\\w+,.*"))
                    .map(Registered::of)
                    .toList();
        }
    }
}
