package dev.dovetail.tls.suites.legacy;

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
class LegacySuitesTest {

    // Any exchange with a worn-out cipher, or AES with a worn-out proof. Kerberos, SRP and fixed DH are not parts of
    // ours.
    private static final Pattern NAME = Pattern.compile(
            "TLS_(?:(?<exchange>(?:RSA|(?:DHE|ECDHE|RSA)_PSK|PSK|DHE_(?:RSA|DSS)"
                    + "|ECDHE_(?:RSA|ECDSA)|DH_anon|ECDH_anon))_WITH_(?<cipher>3DES_EDE_CBC|DES_CBC|RC4_128|SEED_CBC)"
                    + "|(?<proof>DHE_DSS|DH_anon|ECDH_anon)_WITH_(?<aes>AES_(?:128|256)_(?:CBC|GCM)))_(?<hash>SHA\\d*|MD5)");

    private static final Pattern ROW = Pattern.compile("\"0x(..),0x(..)\",(TLS_\\w+),.*");

    private static final Map<String, Exchange> EXCHANGES = Map.ofEntries(
            Map.entry("RSA", new Exchange("RSA", Authentication.RSA)),
            Map.entry("PSK", new Exchange("PSK", Authentication.PSK)),
            Map.entry("RSA_PSK", new Exchange("RSA", Authentication.RSA_PSK)),
            Map.entry("DHE_PSK", new Exchange("DHE", Authentication.PSK)),
            Map.entry("DHE_RSA", new Exchange("DHE", Authentication.RSA)),
            Map.entry("DHE_DSS", new Exchange("DHE", Authentication.DSS)),
            Map.entry("DH_anon", new Exchange("DHE", Authentication.ANONYMOUS)),
            Map.entry("ECDHE_PSK", new Exchange("ECDHE", Authentication.PSK)),
            Map.entry("ECDHE_RSA", new Exchange("ECDHE", Authentication.RSA)),
            Map.entry("ECDHE_ECDSA", new Exchange("ECDHE", Authentication.ECDSA)),
            Map.entry("ECDH_anon", new Exchange("ECDHE", Authentication.ANONYMOUS)));

    private record Exchange(String name, Authentication authentication) {}

    private record Registered(int code, String name) {}

    static Stream<CipherSuite> suites() {
        return Stream.of(new WornCipherSuites(), new WornProofSuites()).flatMap(one -> one.suites().stream());
    }

    @Test
    void bringsAllSuitesOfTheirKindThatIanaHas() throws IOException {
        List<Registered> registered = registry().stream()
                .filter(one -> NAME.matcher(one.name()).matches())
                .toList();
        assertThat(registered).hasSize(43);
        assertThat(suites().map(suite -> new Registered(suite.code(), suite.name())))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void namesThePartsThatItsOwnNameSays(CipherSuite suite) {
        Matcher name = NAME.matcher(suite.name());
        assertThat(name.matches()).isTrue();
        boolean worn = name.group("cipher") != null;
        Exchange exchange = EXCHANGES.get(worn ? name.group("exchange") : name.group("proof"));
        assertThat(suite.needs().keyExchange()).contains(exchange.name());
        assertThat(suite.authentication()).isEqualTo(exchange.authentication());
        String cipher = worn ? name.group("cipher") : name.group("aes");
        assertThat(suite.needs().cipher()).isEqualTo(cipher);
        String hash = name.group("hash");
        boolean aead = cipher.endsWith("GCM");
        assertThat(suite.needs().mac())
                .isEqualTo(aead ? Optional.empty() : Optional.of("HMAC_" + (hash.equals("SHA") ? "SHA1" : hash)));
        // RFC 5246 5: SHA-256 is the PRF's hash, unless the suite is newer and says otherwise.
        assertThat(suite.needs().hash()).isEqualTo(aead ? hash : "SHA256");
        assertThat(suite.versions()).containsExactly(ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void hasToBeNamedAndSaysWhatItLacks(CipherSuite suite) {
        boolean forwardSecret =
                Set.of("DHE", "ECDHE").contains(suite.needs().keyExchange().orElseThrow());
        assertThat(suite.traits())
                .isEqualTo(forwardSecret ? Set.of(Trait.LEGACY) : Set.of(Trait.LEGACY, Trait.NO_FORWARD_SECRECY));
    }

    private static List<Registered> registry() throws IOException {
        try (InputStream in = LegacySuitesTest.class.getResourceAsStream("/iana/cipher-suites.2026-01.csv")) {
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
