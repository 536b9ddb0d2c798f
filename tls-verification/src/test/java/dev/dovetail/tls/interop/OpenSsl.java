package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenSSL calls things, and a conversation with its programs. */
final class OpenSsl {

    /** A server that answers each line with the line reversed. */
    static final String REVERSING = "-rev";

    private static final int[] LINES = {1, 2, 100, 4095, 15_000};
    private static final Pattern STANDARD_NAME = Pattern.compile("(?m)^(TLS_\\S+) +- (\\S+) ");
    private static final Map<String, String> GROUPS = Map.of(
            "x25519", "X25519",
            "x448", "X448",
            "secp256r1", "P-256",
            "secp384r1", "P-384",
            "secp521r1", "P-521");

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

    /** OpenSSL's names of the suites that it has, by IANA's. */
    static Map<String, String> suites() {
        Program.require("openssl", "openssl");
        Map<String, String> names = new TreeMap<>();
        for (String version : List.of("-tls1_2", "-tls1_3")) {
            try (Program program =
                    Program.start(List.of("openssl", "ciphers", "-stdname", "-s", version, "ALL:@SECLEVEL=0"))) {
                program.exitCode();
                Matcher lines = STANDARD_NAME.matcher(program.output());
                while (lines.find()) names.put(lines.group(1), lines.group(2));
            }
        }
        return names;
    }

    /** The options for exactly one suite and its version. */
    static List<String> options(CipherSuite suite, String name) {
        ProtocolVersion version = Dovetail.version(suite);
        return version.equals(ProtocolVersion.TLS_1_3)
                ? List.of("-tls1_3", "-ciphersuites", name)
                // The level lets in what a distribution's own configuration leaves out.
                : List.of("-tls1_2", "-cipher", name + ":@SECLEVEL=0");
    }

    /** Sends lines of many lengths to a {@link #REVERSING} server and compares what comes back. */
    static void talk(TlsStream stream) throws IOException {
        for (int length : LINES) talk(stream, length);
    }

    /** Sends a line to a {@link #REVERSING} server and compares what comes back. */
    static void talk(TlsStream stream, int length) throws IOException {
        String line = Net.line(length);
        Net.send(stream, line);
        assertThat(Net.receive(stream, length + 1)).isEqualTo(new StringBuilder(line).reverse() + "\n");
    }

    /** Has a program say lines of many lengths to our server, which answers, and compares what arrives at each. */
    static void talk(Program client, TlsStream stream) throws IOException {
        for (int length : LINES) talk(client, stream, length);
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

    /** The port of our server. */
    static int port(TlsListener listener) {
        return listener.address().getPort();
    }
}
