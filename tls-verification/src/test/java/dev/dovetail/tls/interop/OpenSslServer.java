package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Issued;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code openssl s_server} for one connection, on a port of its own choice. */
record OpenSslServer(Program program, int port) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("ACCEPT 127\\.0\\.0\\.1:(\\d+)\\R");

    /** A server with a certificate and more options. */
    static OpenSslServer start(Issued own, String... options) {
        return start(own, Map.of(), options);
    }

    /** A server with a certificate, variables in its environment, and more options. */
    static OpenSslServer start(Issued own, Map<String, String> environment, String... options) {
        Program.require("openssl", "openssl");
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-naccept", "1"));
        command.addAll(List.of("-cert", PemFiles.chain(own), "-key", PemFiles.key(own)));
        command.addAll(List.of("-CAfile", PemFiles.root(), "-no-CApath", "-verify_return_error"));
        command.addAll(List.of(options));
        Program program = Program.start(command, environment);
        try {
            return new OpenSslServer(
                    program, Integer.parseInt(program.awaitOutput(LISTENING).group(1)));
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
