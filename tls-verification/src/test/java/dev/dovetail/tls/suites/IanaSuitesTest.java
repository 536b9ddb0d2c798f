package dev.dovetail.tls.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
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

/**
 * Every suite of every module against its name in IANA's registry: a slip of the pen in a code, a part or a trait shows
 * here, once for all modules. Only this test reads facts out of names.
 */
class IanaSuitesTest {

    private static final Pattern TLS12 =
            Pattern.compile("TLS_(?<exchange>\\w+?)_WITH_(?<cipher>\\w+?)(?:_(?<hash>SHA\\d*|MD5))?");
    private static final Pattern TLS13 = Pattern.compile("TLS_(?<cipher>\\w+?)_(?<hash>SHA\\d+|SM3)");

    /** Enabled unasked: the AEAD suites of TLS 1.3 and ECDHE with AES-GCM or ChaCha20. */
    private static final Pattern RECOMMENDED =
            Pattern.compile("TLS_(?:ECDHE_(?:RSA|ECDSA)_WITH_)?(?:AES_(?:128|256)_GCM|CHACHA20_POLY1305)_SHA\\d+");

    private static final Pattern LEGACY = Pattern.compile(".*(?:3DES|DES_CBC|RC4|SEED|MD5|_DSS_|_anon_).*");
    private static final Pattern NO_ENCRYPTION = Pattern.compile(".*_NULL_.*|TLS_SHA\\d+_SHA\\d+");
    private static final Pattern EXPERIMENTAL = Pattern.compile("TLS_(?:AEGIS|ASCON).*");

    private record Exchange(String name, Authentication authentication, boolean forwardSecret) {}

    private static final Map<String, Exchange> EXCHANGES = Map.ofEntries(
            Map.entry("RSA", new Exchange("RSA", Authentication.RSA, false)),
            Map.entry("DHE_RSA", new Exchange("DHE", Authentication.RSA, true)),
            Map.entry("DHE_DSS", new Exchange("DHE", Authentication.DSS, true)),
            Map.entry("DH_anon", new Exchange("DHE", Authentication.ANONYMOUS, true)),
            Map.entry("ECDHE_RSA", new Exchange("ECDHE", Authentication.RSA, true)),
            Map.entry("ECDHE_ECDSA", new Exchange("ECDHE", Authentication.ECDSA, true)),
            Map.entry("ECDH_anon", new Exchange("ECDHE", Authentication.ANONYMOUS, true)),
            Map.entry("PSK", new Exchange("PSK", Authentication.PSK, false)),
            Map.entry("DHE_PSK", new Exchange("DHE", Authentication.PSK, true)),
            // The registry's word order for two suites of RFC 6655.
            Map.entry("PSK_DHE", new Exchange("DHE", Authentication.PSK, true)),
            Map.entry("ECDHE_PSK", new Exchange("ECDHE", Authentication.PSK, true)),
            Map.entry("RSA_PSK", new Exchange("RSA", Authentication.RSA_PSK, false)));

    private static Stream<CipherSuite> suites() {
        return Catalog.discover().suites().stream();
    }

    @Test
    void everySuiteHasTheCodeThatIanaGaveItsName() {
        Map<String, Integer> registered = IanaRegistry.suites();
        assertThat(suites())
                .allSatisfy(suite -> assertThat(registered).as(suite.name()).containsEntry(suite.name(), suite.code()));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        if (suite.versions().equals(Set.of(ProtocolVersion.TLS_1_3))) {
            Matcher name = match(TLS13, suite);
            assertThat(suite.needs().keyExchange()).isEmpty();
            assertThat(suite.authentication()).isEqualTo(Authentication.NEGOTIATED);
            assertThat(suite.needs().hash()).isEqualTo(name.group("hash"));
            return;
        }
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
        Matcher name = match(TLS12, suite);
        Exchange exchange = EXCHANGES.get(name.group("exchange"));
        assertThat(exchange).as(suite.name()).isNotNull();
        assertThat(suite.needs().keyExchange()).contains(exchange.name());
        assertThat(suite.authentication()).isEqualTo(exchange.authentication());
        assertThat(suite.needs().mac()).isEqualTo(mac(name.group("cipher"), name.group("hash")));
        assertThat(suite.needs().hash()).isEqualTo(prf(name.group("hash")));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesTheCipherThatItsOwnNameSays(CipherSuite suite) {
        boolean tls13 = suite.versions().contains(ProtocolVersion.TLS_1_3);
        String cipher = match(tls13 ? TLS13 : TLS12, suite).group("cipher");
        // RFC 9150: the names say the hash of the HMAC that protects the records.
        String expected = tls13 && cipher.startsWith("SHA") ? suite.needs().cipher() : cipher;
        assertThat(suite.needs().cipher()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void hasTheTraitsThatItsPartsBring(CipherSuite suite) {
        String name = suite.name();
        assertThat(suite.has(Trait.RECOMMENDED))
                .isEqualTo(RECOMMENDED.matcher(name).matches());
        assertThat(suite.has(Trait.LEGACY)).isEqualTo(LEGACY.matcher(name).matches());
        assertThat(suite.has(Trait.NO_ENCRYPTION))
                .isEqualTo(NO_ENCRYPTION.matcher(name).matches());
        assertThat(suite.has(Trait.EXPERIMENTAL))
                .isEqualTo(EXPERIMENTAL.matcher(name).matches());
        Matcher exchange = TLS12.matcher(name);
        boolean forwardSecret =
                !exchange.matches() || EXCHANGES.get(exchange.group("exchange")).forwardSecret();
        assertThat(suite.has(Trait.NO_FORWARD_SECRECY)).isEqualTo(!forwardSecret);
    }

    private static Matcher match(Pattern pattern, CipherSuite suite) {
        Matcher name = pattern.matcher(suite.name());
        assertThat(name.matches()).as(suite.name()).isTrue();
        return name;
    }

    private static Optional<String> mac(String cipher, String hash) {
        boolean aead = List.of("GCM", "CCM", "CCM_8", "POLY1305").stream().anyMatch(cipher::endsWith);
        if (aead) return Optional.empty();
        return Optional.of("HMAC_" + (hash.equals("SHA") ? "SHA1" : hash));
    }

    /** RFC 5246 5: SHA-256, unless the suite is of TLS 1.2 itself and says otherwise. */
    private static String prf(String hash) {
        return hash == null || hash.equals("SHA") || hash.equals("MD5") ? "SHA256" : hash;
    }
}
