package dev.dovetail.tls.suites.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
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
class IntegritySuitesTest {

    // Fixed ECDH is not a part of ours, and TLS_NULL_WITH_NULL_NULL is no suite to be negotiated.
    private static final Pattern NULL =
            Pattern.compile("TLS_(?<exchange>RSA|PSK|(?:RSA|DHE|ECDHE)_PSK|ECDHE_(?:RSA|ECDSA)"
                    + "|ECDH_anon)_WITH_NULL_(?<hash>SHA\\d*|MD5)");

    private static final Pattern INTEGRITY = Pattern.compile("TLS_(?<hash>SHA\\d+)_\\k<hash>");

    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),.*");

    private static final Map<String, Exchange> EXCHANGES = Map.of(
            "RSA", new Exchange("RSA", Authentication.RSA),
            "PSK", new Exchange("PSK", Authentication.PSK),
            "RSA_PSK", new Exchange("RSA", Authentication.RSA_PSK),
            "DHE_PSK", new Exchange("DHE", Authentication.PSK),
            "ECDHE_PSK", new Exchange("ECDHE", Authentication.PSK),
            "ECDHE_RSA", new Exchange("ECDHE", Authentication.RSA),
            "ECDHE_ECDSA", new Exchange("ECDHE", Authentication.ECDSA),
            "ECDH_anon", new Exchange("ECDHE", Authentication.ANONYMOUS));

    private record Exchange(String name, Authentication authentication) {}

    private record Registered(int code, String name) {}

    static Stream<CipherSuite> suites() {
        return Stream.concat(new IntegritySuites().suites().stream(), nullSuites());
    }

    static Stream<CipherSuite> nullSuites() {
        return new NullSuites().suites().stream();
    }

    @Test
    void bringsAllSuitesOfTheirKindThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NULL.matcher(one.name()).matches()
                        || INTEGRITY.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(20);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name())))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void doesNotNegotiateTheStateInWhichAConnectionBegins() {
        assertThat(suites().map(CipherSuite::code)).doesNotContain(0);
    }

    @ParameterizedTest
    @MethodSource("nullSuites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NULL.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        Exchange exchange = EXCHANGES.get(name.group("exchange"));
        assertThat(suite.needs().keyExchange()).contains(exchange.name());
        assertThat(suite.authentication()).isEqualTo(exchange.authentication());
        assertThat(suite.needs().cipher()).isEqualTo(new NullCipher().name());
        String hash = name.group("hash");
        assertThat(suite.needs().mac()).contains("HMAC_" + (hash.equals("SHA") ? "SHA1" : hash));
        // RFC 5246 5: SHA-256 is the PRF's hash, unless the suite is newer and says otherwise.
        assertThat(suite.needs().hash()).isEqualTo(hash.matches("SHA\\d+") ? hash : "SHA256");
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("nullSuites")
    void saysWhatItLacks(CipherSuite suite) {
        Set<Trait> traits = EnumSet.of(Trait.NO_ENCRYPTION);
        if (!suite.needs().keyExchange().orElseThrow().endsWith("DHE")) traits.add(Trait.NO_FORWARD_SECRECY);
        boolean old = suite.needs().mac().equals(Optional.of("HMAC_MD5"))
                || suite.authentication().equals(Authentication.ANONYMOUS);
        if (old) traits.add(Trait.LEGACY);
        assertThat(suite.traits()).isEqualTo(traits);
    }

    /** RFC 9150 4 and 6. */
    @Test
    void hasTheSuitesOfRfc9150() {
        for (CipherSuite suite : new IntegritySuites().suites()) {
            String hash = suite.name().substring("TLS_".length(), "TLS_SHA256".length());
            assertThat(suite.needs().hash()).isEqualTo(hash);
            assertThat(suite.needs().cipher()).isEqualTo("INTEGRITY_" + hash);
            assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_3);
            assertThat(suite.traits()).containsExactly(Trait.NO_ENCRYPTION);
        }
        for (IntegrityAead cipher : new IntegrityAead[] {new IntegritySha256(), new IntegritySha384()}) {
            int length = cipher.name().endsWith("256") ? 32 : 48;
            assertThat(cipher.keyLength()).isEqualTo(length);
            assertThat(cipher.nonceLength()).isEqualTo(length);
            assertThat(cipher.tagLength()).isEqualTo(length);
        }
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = IntegritySuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
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
