package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNamesTest {

    private static final X509Certificate NAMES = Fixture.certificate("names");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.com",
                "WWW.Example.COM",
                "www.example.com.",
                "mixed.example.com",
                "xn--bcher-kva.example",
                "b\u00fccher.example",
                "B\u00dcCHER.example",
                "one.wild.example.com",
                "xn--bcher-kva.wild.example.com"
            })
    void matchesNameThatTheCertificateHas(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "other.example.com",
                "www.example.com.evil.test",
                "evilwww.example.com",
                "www.example",
                "",
                ".",
                "www..example.com",
                ".example.com",
                "www.example.com..",
                "www.example.com\u0000.evil.test"
            })
    void refusesNameThatTheCertificateDoesNotHave(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // more than one label, none, and an empty one
                "two.one.wild.example.com",
                "wild.example.com",
                ".wild.example.com",
                // a wildcard for a whole top-level domain, inside a label, twice, and not left-most
                "example.com",
                "www.part.example.com",
                "a.b.twice.example.com",
                "deep.x.example.com",
                // and the wildcard itself is no host
                "*.wild.example.com"
            })
    void wildcardStandsForExactlyOneWholeLeftMostLabel(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "2001:db8::1",
                "2001:DB8:0:0:0:0:0:1",
                "[2001:db8::1]",
                "2001:db8::0.0.0.1",
                "::ffff:192.0.2.7",
                "::ffff:c000:207"
            })
    void matchesAddressHoweverItIsWritten(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.2", "2001:db8::2", "192.0.2.7", "::ffff:192.0.2.1", "::c000:201"})
    void refusesOtherAddressAndTheOtherFamilysForm(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isFalse();
    }

    @Test
    void addressIsNeverMatchedByDnsName() {
        assertThat(ServerNames.of(NAMES)).contains("192.0.2.9");
        assertThat(ServerNames.matches(NAMES, "192.0.2.9")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "uri.example.com"})
    void otherKindsOfNamesDoNotCount(String host) {
        assertThat(ServerNames.matches(NAMES, host)).isFalse();
    }

    @Test
    void commonNameDoesNotCount() {
        X509Certificate commonName = Fixture.certificate("commonname");

        assertThat(commonName.getSubjectX500Principal().getName()).contains("CN=common.test");
        assertThat(ServerNames.of(commonName)).isEmpty();
        assertThat(ServerNames.matches(commonName, "common.test")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "example.com., example.com",
        "localhost, localhost",
        "_dmarc.example, _dmarc.example",
        "1.example, 1.example",
        "b\u00fccher.example, xn--bcher-kva.example",
        "B\u00dcCHER.EXAMPLE, xn--bcher-kva.example",
        "\u4f8b\u3048\u3002\u30c6\u30b9\u30c8, xn--r8jz45g.xn--zckzah"
    })
    void asciiNameIsWhatGoesOnTheWire(String host, String wire) {
        assertThat(ServerNames.asciiName(host)).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "a b",
                "a/b",
                "*.example.com",
                "user@example.com",
                "example.com:443",
                "127.1",
                "1.2.3.4.5",
                "256.1.1.1",
                "192.0.2.1",
                "::1",
                "[::1]",
                "[example.com]"
            })
    void asciiNameRefusesWhatIsNoDnsName(String host) {
        assertThatThrownBy(() -> ServerNames.asciiName(host)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asciiNameKeepsTheLimitsOfDns() {
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label + "." + "a".repeat(61);

        assertThat(ServerNames.asciiName(longest)).hasSize(253);
        assertThatThrownBy(() -> ServerNames.asciiName(longest + "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServerNames.asciiName(label + "a.test")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stra\u00dfe.example", "\u03b4\u03cc\u03bc\u03bf\u03c2.example", "a\u200db.example"})
    void asciiNameRefusesWhatTheTwoIdnaVersionsReadDifferently(String host) {
        assertThatThrownBy(() -> ServerNames.asciiName(host)).hasMessageContaining("A-labels");
    }

    @Test
    void messagesCarryNoControlCharacters() {
        assertThatThrownBy(() -> ServerNames.asciiName("a\n\u001b[31m\u009bb"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u001b", "\u009b"));
    }
}
