package dev.dovetail.tls.ciphers.ccm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites against IANA's registry, and the parts against the names: a slip of the pen shows. */
final class CcmSuitesTest {

    // ECCPWD and Ascon are not parts that Dovetail has.
    private static final Pattern NAME =
            Pattern.compile("TLS_(?:(?!ECCPWD)(?<exchange>\\w+)_WITH_)?(?<cipher>AES_\\d+_CCM(?:_8)?)(?:_SHA256)?");

    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),.*");

    private static final Map<String, Exchange> EXCHANGES = Map.of(
            "RSA", new Exchange("RSA", Authentication.RSA, Set.of(Trait.NO_FORWARD_SECRECY)),
            "PSK", new Exchange("PSK", Authentication.PSK, Set.of(Trait.NO_FORWARD_SECRECY)),
            "DHE_RSA", new Exchange("DHE", Authentication.RSA, Set.of()),
            "DHE_PSK", new Exchange("DHE", Authentication.PSK, Set.of()),
            "PSK_DHE", new Exchange("DHE", Authentication.PSK, Set.of()),
            "ECDHE_ECDSA", new Exchange("ECDHE", Authentication.ECDSA, Set.of()),
            "ECDHE_PSK", new Exchange("ECDHE", Authentication.PSK, Set.of()));

    private record Exchange(String name, Authentication authentication, Set<Trait> traits) {}

    private record Registered(int code, String name) {}

    private static Stream<CipherSuite> suites() {
        return new CcmSuites().suites().stream();
    }

    @Test
    void bringsAllSuitesWithTheseCiphersThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NAME.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(24);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name())))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NAME.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        assertThat(suite.needs().cipher()).isEqualTo(name.group("cipher"));
        assertThat(suite.needs().mac()).isEmpty();
        assertThat(suite.needs().hash()).isEqualTo("SHA256");
        if (name.group("exchange") == null) {
            assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_3);
            assertThat(suite.traits()).isEmpty();
            return;
        }
        Exchange exchange = EXCHANGES.get(name.group("exchange"));
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
        assertThat(suite.needs().keyExchange()).contains(exchange.name());
        assertThat(suite.authentication()).isEqualTo(exchange.authentication());
        assertThat(suite.traits()).isEqualTo(exchange.traits());
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = CcmSuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Registered(Integer.parseInt(row.group(1) + row.group(2), 16), row.group(3)))
                    .toList();
        }
    }
}
