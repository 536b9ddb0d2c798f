package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** What GnuTLS calls things, in its priority strings and its reports, and a conversation with its echo server. */
final class GnuTls {

    private static final int[] LINES = {1, 2, 100, 4000, 15_000};
    private static final Map<String, String> CIPHERS = Map.of(
            "AES_128_GCM", "AES-128-GCM",
            "AES_256_GCM", "AES-256-GCM",
            "CHACHA20_POLY1305", "CHACHA20-POLY1305",
            "AES_128_CBC", "AES-128-CBC",
            "AES_256_CBC", "AES-256-CBC");
    private static final Map<String, String> MACS =
            Map.of("HMAC_SHA1", "SHA1", "HMAC_SHA256", "SHA256", "HMAC_SHA384", "SHA384");

    private GnuTls() {}

    /** Its defaults, old suites too, in one version. */
    static String priority(ProtocolVersion version) {
        return "NORMAL:-VERS-ALL:+" + version(version);
    }

    /** Its defaults in one version, with these groups only. */
    static String priority(ProtocolVersion version, String... groups) {
        StringBuilder priority = new StringBuilder(priority(version)).append(":-GROUP-ALL");
        for (String group : groups) priority.append(":+GROUP-").append(group.toUpperCase(java.util.Locale.ROOT));
        return priority.toString();
    }

    /** Exactly one suite. */
    static String priority(CipherSuite suite) {
        String mac = suite.needs().mac().map(MACS::get).orElse("AEAD");
        String keyExchange = suite.needs()
                .keyExchange()
                .map(name -> ":+" + keyExchange(name, suite.authentication()))
                .orElse("");
        return "NONE:+CTYPE-X509:+SIGN-ALL:+GROUP-ALL:+" + version(Dovetail.version(suite)) + keyExchange + ":+"
                + cipher(suite) + ":+" + mac;
    }

    static String cipher(CipherSuite suite) {
        return CIPHERS.getOrDefault(suite.needs().cipher(), "not listed");
    }

    static String version(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? "VERS-TLS1.3" : "VERS-TLS1.2";
    }

    /** Sends lines of many lengths to an echo server and compares what comes back. */
    static void talk(TlsStream stream) throws IOException {
        for (int length : LINES) talk(stream, length);
    }

    /** Sends a line to an echo server and compares what comes back. */
    static void talk(TlsStream stream, int length) throws IOException {
        String line = Net.line(length);
        Net.send(stream, line);
        assertThat(Net.receive(stream, length + 1)).isEqualTo(line + "\n");
    }

    static String[] options(String first, String... more) {
        return Stream.concat(Stream.of("--priority", first), Stream.of(more)).toArray(String[]::new);
    }

    private static String keyExchange(String name, Authentication by) {
        return name.equals("RSA") ? name : name + "-" + by;
    }
}
