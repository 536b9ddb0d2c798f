package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What GnuTLS calls things, in its priority strings and its reports, and a conversation with its echo server. */
final class GnuTls {

    private static final String OLD_SIGNATURES =
            ":+SIGN-DSA-SHA1:+SIGN-RSA-SHA1:+SIGN-ECDSA-SHA1:%VERIFY_ALLOW_SIGN_WITH_SHA1";
    /** The last one fills two records. */
    private static final int[] LINES = {1, 255, 20_000};

    private static final Map<String, String> CIPHERS = Map.ofEntries(
            Map.entry("AES_128_GCM", "AES-128-GCM"),
            Map.entry("AES_256_GCM", "AES-256-GCM"),
            Map.entry("AES_128_CCM", "AES-128-CCM"),
            Map.entry("AES_256_CCM", "AES-256-CCM"),
            Map.entry("AES_128_CCM_8", "AES-128-CCM-8"),
            Map.entry("AES_256_CCM_8", "AES-256-CCM-8"),
            Map.entry("CHACHA20_POLY1305", "CHACHA20-POLY1305"),
            Map.entry("AES_128_CBC", "AES-128-CBC"),
            Map.entry("AES_256_CBC", "AES-256-CBC"),
            Map.entry("CAMELLIA_128_GCM", "CAMELLIA-128-GCM"),
            Map.entry("CAMELLIA_256_GCM", "CAMELLIA-256-GCM"),
            Map.entry("CAMELLIA_128_CBC", "CAMELLIA-128-CBC"),
            Map.entry("CAMELLIA_256_CBC", "CAMELLIA-256-CBC"),
            Map.entry("3DES_EDE_CBC", "3DES-CBC"),
            Map.entry("RC4_128", "ARCFOUR-128"),
            Map.entry("NULL", "NULL"));
    private static final Map<String, String> MACS =
            Map.of("HMAC_MD5", "MD5", "HMAC_SHA1", "SHA1", "HMAC_SHA256", "SHA256", "HMAC_SHA384", "SHA384");
    private static final List<String> KEY_EXCHANGES = List.of(
            "ECDHE-RSA",
            "ECDHE-ECDSA",
            "RSA",
            "DHE-RSA",
            "DHE-DSS",
            "PSK",
            "RSA-PSK",
            "DHE-PSK",
            "ECDHE-PSK",
            "ANON-DH",
            "ANON-ECDH");
    private static final List<String> TLS_1_3_CIPHERS =
            List.of("AES-128-GCM", "AES-256-GCM", "CHACHA20-POLY1305", "AES-128-CCM", "AES-128-CCM-8");
    private static final Pattern LISTED = Pattern.compile("(?m)^TLS_\\S+\\s+0x(..), 0x(..)");

    /** Its groups by IANA's names, which are its own in capitals. */
    static final Set<String> GROUPS = Set.of(
            "x25519",
            "x448",
            "secp256r1",
            "secp384r1",
            "secp521r1",
            "ffdhe2048",
            "ffdhe3072",
            "ffdhe4096",
            "ffdhe6144",
            "ffdhe8192");

    /** Its schemes: of DSA, though it lists more, it puts none with another hash on the wire. */
    static final Set<String> SCHEMES = Set.of(
            "ed25519",
            "ed448",
            "ecdsa_secp256r1_sha256",
            "ecdsa_secp384r1_sha384",
            "ecdsa_secp521r1_sha512",
            "rsa_pss_rsae_sha256",
            "rsa_pss_rsae_sha384",
            "rsa_pss_rsae_sha512",
            "rsa_pss_pss_sha256",
            "rsa_pss_pss_sha384",
            "rsa_pss_pss_sha512",
            "rsa_pkcs1_sha256",
            "rsa_pkcs1_sha384",
            "rsa_pkcs1_sha512",
            "rsa_pkcs1_sha1",
            "ecdsa_sha1",
            "dsa_sha1");

    private GnuTls() {}

    /** Its defaults, old suites too, in one version. */
    static String priority(ProtocolVersion version) {
        return "NORMAL:-VERS-ALL:+" + version(version);
    }

    /** Its defaults in one version, with these groups only. */
    static String priority(ProtocolVersion version, String... groups) {
        StringBuilder priority = new StringBuilder(priority(version)).append(":-GROUP-ALL");
        for (String group : groups) priority.append(":+GROUP-").append(group.toUpperCase(Locale.ROOT));
        return priority.toString();
    }

    /** Exactly one suite. */
    static String priority(CipherSuite suite) {
        String keyExchange = suite.needs()
                .keyExchange()
                .map(name -> ":+" + keyExchange(suite))
                .orElse("");
        return "NONE:+CTYPE-X509:+SIGN-ALL:+GROUP-ALL:+" + version(Dovetail.version(suite)) + keyExchange + ":+"
                + cipher(suite) + ":+" + mac(suite);
    }

    /** Exactly what is tried, on the side of the client. */
    static String priority(Trial trial) {
        String priority = priority(trial.suite()) + keyExchange(trial) + OLD_SIGNATURES;
        return trial.group()
                .map(group ->
                        priority.replace("+GROUP-ALL", "+GROUP-" + group.name().toUpperCase(Locale.ROOT)))
                .orElse(priority);
    }

    /** Everything that it has in the version of a trial. */
    static String everything(Trial trial) {
        StringBuilder priority = new StringBuilder("NONE:+CTYPE-X509:+SIGN-ALL:+GROUP-ALL:+AEAD:+");
        priority.append(version(trial.version()));
        if (trial.version().equals(ProtocolVersion.TLS_1_3)) {
            for (String name : TLS_1_3_CIPHERS) priority.append(":+").append(name);
            priority.append(keyExchange(trial));
        } else {
            for (String name : KEY_EXCHANGES) priority.append(":+").append(name);
            for (String name : new TreeSet<>(CIPHERS.values()))
                priority.append(":+").append(name);
            for (String name : new TreeSet<>(MACS.values()))
                priority.append(":+").append(name);
        }
        return priority.append(OLD_SIGNATURES).toString();
    }

    /** In TLS 1.3 it is only said if there is a pre-shared key. */
    private static String keyExchange(Trial trial) {
        return trial.mode()
                .map(mode -> mode == PskMode.PSK_KE ? ":+PSK" : ":+ECDHE-PSK:+DHE-PSK")
                .orElse("");
    }

    /** How it describes a connection. */
    static Pattern description(Trial trial) {
        String version = trial.version().equals(ProtocolVersion.TLS_1_3) ? "TLS1\\.3" : "TLS1\\.2";
        String cipher = "\\(" + Pattern.quote(cipher(trial.suite())) + "\\)";
        String mac = trial.suite()
                .needs()
                .mac()
                .map(name -> "-\\(" + MACS.get(name) + "\\)")
                .orElse("");
        String group = trial.group().map(one -> "(?i:" + one.name() + ")").orElse("");
        return Pattern.compile("- Description: \\(" + version + ".*?" + group + ".*" + cipher + mac + "\\R");
    }

    /** The codes of its suites; none if it is not installed. */
    static Set<Integer> suites() {
        Set<Integer> codes = new TreeSet<>();
        if (!Program.isInstalled("gnutls-cli")) return codes;
        try (Program program = Program.start(List.of("gnutls-cli", "--list"))) {
            program.exitCode();
            Matcher lines = LISTED.matcher(program.output());
            while (lines.find()) codes.add(Integer.parseInt(lines.group(1) + lines.group(2), 16));
        }
        return codes;
    }

    static String cipher(CipherSuite suite) {
        return CIPHERS.getOrDefault(suite.needs().cipher(), "not listed");
    }

    private static String mac(CipherSuite suite) {
        return suite.needs().mac().map(MACS::get).orElse("AEAD");
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

    private static String keyExchange(CipherSuite suite) {
        String name = suite.needs().keyExchange().orElseThrow();
        Authentication by = suite.authentication();
        if (by.equals(Authentication.ANONYMOUS)) return name.equals("DHE") ? "ANON-DH" : "ANON-ECDH";
        if (by.equals(Authentication.RSA_PSK)) return "RSA-PSK";
        return name.equals(by.name()) ? name : name + "-" + by;
    }
}
