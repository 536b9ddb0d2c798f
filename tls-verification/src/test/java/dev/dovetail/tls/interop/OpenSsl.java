package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenSSL calls things, and a conversation with its programs. */
final class OpenSsl {

    /** A server that answers each line with the line reversed. */
    static final String REVERSING = "-rev";

    /** The options for the key that both sides have already. */
    static final List<String> PSK = List.of("-psk", Psk.HEX, "-psk_identity", Psk.IDENTITY);

    /** The schemes of {@code openssl s_server} and {@code s_client} that are on if the security level is 0. */
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
            "dsa_sha1",
            "dsa_sha224",
            "dsa_sha256",
            "dsa_sha384",
            "dsa_sha512");

    private static final int[] LINES = {1, 255};

    /** Two of these are more than a record can hold. */
    private static final int HALF = 10_000;

    private static final Pattern NUMBERED_NAME = Pattern.compile("(?m)^ *0x(..),0x(..) - (\\S+) ");
    private static final String EVERY_SUITE = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";
    private static final String TLS_1_3_SUITES = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384"
            + ":TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256";
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("x25519", "X25519"),
            Map.entry("x448", "X448"),
            Map.entry("secp256r1", "P-256"),
            Map.entry("secp384r1", "P-384"),
            Map.entry("secp521r1", "P-521"),
            Map.entry("brainpoolP256r1", "brainpoolP256r1"),
            Map.entry("brainpoolP384r1", "brainpoolP384r1"),
            Map.entry("brainpoolP512r1", "brainpoolP512r1"),
            Map.entry("ffdhe2048", "ffdhe2048"),
            Map.entry("ffdhe3072", "ffdhe3072"),
            Map.entry("ffdhe4096", "ffdhe4096"),
            Map.entry("ffdhe6144", "ffdhe6144"),
            Map.entry("ffdhe8192", "ffdhe8192"));

    private OpenSsl() {}

    static String name(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? "TLSv1.3" : "TLSv1.2";
    }

    /** Only this version. */
    static String option(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? "-tls1_3" : "-tls1_2";
    }

    static String group(String name) {
        return GROUPS.getOrDefault(name, "OpenSSL's name of " + name + " is not listed");
    }

    /** Whether Debian's OpenSSL 3.0 has a group in a version: it can't be asked. */
    static boolean has(String group, ProtocolVersion version) {
        boolean tls13 = version.equals(ProtocolVersion.TLS_1_3);
        // Brainpool's numbers of TLS 1.3 came with 3.2, and its server of TLS 1.2 does not know RFC 7919.
        return GROUPS.containsKey(group) && (tls13 ? !group.startsWith("brainpool") : !group.startsWith("ffdhe"));
    }

    /** OpenSSL's names of the suites that it has, by their codes. */
    static Map<Integer, String> suites() {
        Map<Integer, String> names = new TreeMap<>();
        for (List<String> version : List.of(List.of("-tls1_2"), List.of("-tls1_3", "-ciphersuites", TLS_1_3_SUITES))) {
            List<String> command = new ArrayList<>(List.of("openssl", "ciphers", "-V", "-s", "-psk"));
            command.addAll(version);
            command.add(EVERY_SUITE);
            try (Program program = Program.start(command)) {
                program.exitCode();
                Matcher lines = NUMBERED_NAME.matcher(program.output());
                while (lines.find()) names.put(Integer.parseInt(lines.group(1) + lines.group(2), 16), lines.group(3));
            }
        }
        return names;
    }

    /** The options for exactly one suite and its version. */
    static List<String> options(ProtocolVersion version, String suite) {
        return version.equals(ProtocolVersion.TLS_1_3)
                ? List.of("-tls1_3", "-ciphersuites", suite)
                // The level lets in what a distribution's own configuration leaves out.
                : List.of("-tls1_2", "-cipher", suite + ":@SECLEVEL=0");
    }

    /** The options for everything that it has. */
    static List<String> everything() {
        List<String> options = new ArrayList<>(List.of("-cipher", EVERY_SUITE, "-ciphersuites", TLS_1_3_SUITES));
        options.addAll(List.of("-groups", String.join(":", new TreeSet<>(GROUPS.values()))));
        options.addAll(PSK);
        return options;
    }

    /** Sends lines of many lengths to a {@link #REVERSING} server and compares what comes back. */
    static void talk(TlsStream stream) throws IOException {
        for (int length : LINES) talk(stream, length);
        // It takes no longer line, so several records are two lines in one piece.
        String first = Net.line(HALF);
        String second = Net.line(HALF);
        Net.send(stream, first + "\n" + second);
        assertThat(Net.receive(stream, 2 * (HALF + 1))).isEqualTo(reversed(first) + reversed(second));
    }

    /** Sends a line to a {@link #REVERSING} server and compares what comes back. */
    static void talk(TlsStream stream, int length) throws IOException {
        String line = Net.line(length);
        Net.send(stream, line);
        assertThat(Net.receive(stream, length + 1)).isEqualTo(reversed(line));
    }

    private static String reversed(String line) {
        return new StringBuilder(line).reverse() + "\n";
    }

    /** Has a program say lines of many lengths to our server, which answers, and compares what arrives at each. */
    static void talk(Program client, TlsStream stream) throws IOException {
        for (int length : LINES) talk(client, stream, length);
        talk(client, stream, 2 * HALF);
    }

    /** Has a program say a line to our server, which answers with another, and compares what arrives at each. */
    static void talk(Program client, TlsStream stream, int length) throws IOException {
        String question = Net.line(length);
        client.type(question);
        assertThat(Net.receive(stream, length + 1)).isEqualTo(question + "\n");
        String answer = Net.line(length + 20);
        Net.send(stream, answer);
        client.awaitOutput(answer);
    }

    /** The environment in which it does without RFC 7627: there is no option for that, only a configuration file. */
    static Map<String, String> withoutExtendedMasterSecret() {
        String file = """
                openssl_conf = start
                [start]
                ssl_conf = programs
                [programs]
                system_default = all
                [all]
                Options = -ExtendedMasterSecret
                """;
        return Map.of("OPENSSL_CONF", PemFiles.write("openssl.cnf", file).toString());
    }

    /** Has a program that shows what it gets, and sends what is typed, exchange a line with us each way. */
    static void converse(Program program, TlsStream stream) throws IOException {
        String question = Net.line(500);
        program.type(question);
        assertThat(Net.receive(stream, question.length() + 1)).isEqualTo(question + "\n");
        String answer = Net.line(600);
        Net.send(stream, answer);
        program.awaitOutput(answer);
    }

    /** The port of our server. */
    static int port(TlsListener listener) {
        return listener.address().getPort();
    }
}
