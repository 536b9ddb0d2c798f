package dev.dovetail.tls.suites.aria;

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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites against IANA's registry, and the parts against the names: a slip of the pen shows. */
final class AriaSuitesTest {

    // Not those with static Diffie-Hellman: DH_RSA, DH_DSS, ECDH_RSA, ECDH_ECDSA.
    private static final Pattern NAME = Pattern.compile(
            "TLS_(?<exchange>(?!DH_RSA|DH_DSS|ECDH_)\\w+)_WITH_(?<cipher>ARIA_\\d+_(?<mode>CBC|GCM))_(?<hash>SHA\\d*)");

    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),.*");

    private static final Set<Trait> NO_FORWARD_SECRECY = Set.of(Trait.NO_FORWARD_SECRECY);
    private static final Set<Trait> LEGACY = Set.of(Trait.LEGACY);

    private static final Map<String, Exchange> EXCHANGES = Map.of(
            "RSA", new Exchange("RSA", Authentication.RSA, NO_FORWARD_SECRECY),
            "DHE_RSA", new Exchange("DHE", Authentication.RSA, Set.of()),
            "ECDHE_RSA", new Exchange("ECDHE", Authentication.RSA, Set.of()),
            "ECDHE_ECDSA", new Exchange("ECDHE", Authentication.ECDSA, Set.of()),
            "PSK", new Exchange("PSK", Authentication.PSK, NO_FORWARD_SECRECY),
            "DHE_PSK", new Exchange("DHE", Authentication.PSK, Set.of()),
            "ECDHE_PSK", new Exchange("ECDHE", Authentication.PSK, Set.of()),
            "RSA_PSK", new Exchange("RSA", Authentication.RSA_PSK, NO_FORWARD_SECRECY),
            "DHE_DSS", new Exchange("DHE", Authentication.DSS, LEGACY),
            "DH_anon", new Exchange("DHE", Authentication.ANONYMOUS, LEGACY));

    private record Exchange(String name, Authentication authentication, Set<Trait> traits) {}

    private record Registered(int code, String name) {}

    private static Stream<CipherSuite> suites() {
        return new AriaSuites().suites().stream();
    }

    @Test
    void bringsAllSuitesWithTheseCiphersThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NAME.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(38);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name())))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NAME.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        Exchange exchange = EXCHANGES.get(name.group("exchange"));
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
        assertThat(suite.needs().keyExchange()).contains(exchange.name());
        assertThat(suite.authentication()).isEqualTo(exchange.authentication());
        assertThat(suite.traits()).isEqualTo(exchange.traits());
        assertThat(suite.needs().cipher()).isEqualTo(name.group("cipher"));
        String hash = name.group("hash");
        assertThat(suite.needs().mac())
                .isEqualTo(
                        name.group("mode").equals("GCM")
                                ? Optional.empty()
                                : Optional.of("HMAC_" + (hash.equals("SHA") ? "SHA1" : hash)));
        // RFC 5246 5: SHA-256 is the PRF's hash, unless the suite is newer and says otherwise.
        assertThat(suite.needs().hash()).isEqualTo(hash.equals("SHA") ? "SHA256" : hash);
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = AriaSuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
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
