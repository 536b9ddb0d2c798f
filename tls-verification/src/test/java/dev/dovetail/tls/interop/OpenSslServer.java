package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code openssl s_server} for one connection, on a port of its own choice. */
record OpenSslServer(Program program, int port) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("ACCEPT 127\\.0\\.0\\.1:(\\d+)\\R");

    /** If it has none it takes 2048 bits of its own for RSA, and fewer than we accept where the certificate says less. */
    private static final List<String> DH_PARAMETERS = List.of("-dhparam", PemFiles.ffdhe2048());

    /** A server with a certificate and more options. */
    static OpenSslServer start(Issued own, String... options) {
        return start(own, Map.of(), options);
    }

    /** A server with a certificate, variables in its environment, and more options. */
    static OpenSslServer start(Issued own, Map<String, String> environment, String... options) {
        Program.require("openssl", "openssl");
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-naccept", "1"));
        command.addAll(certificate(own));
        command.addAll(List.of("-CAfile", PemFiles.root(), "-no-CApath", "-verify_return_error"));
        command.addAll(List.of(options));
        return started(Program.start(command, environment));
    }

    /** A server for some connections, one after the other, that resumes sessions; with more options. */
    static OpenSslServer resuming(Issued own, String... options) {
        List<String> all = new ArrayList<>(List.of("-naccept", "20"));
        all.addAll(List.of(options));
        return start(own, all.toArray(String[]::new));
    }

    /** A server for many connections, one after the other, with everything that it has; it sends each line back reversed. */
    static OpenSslServer start(Optional<Issued> own) {
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0"));
        command.addAll(own.map(OpenSslServer::certificate).orElse(List.of("-nocert")));
        if (!own.filter(Pki.server(KeyKind.RSA_2048)::equals).isPresent()) command.addAll(DH_PARAMETERS);
        command.addAll(OpenSsl.everything());
        command.addAll(List.of("-psk_hint", Psk.HINT, "-allow_no_dhe_kex", OpenSsl.REVERSING));
        return started(Program.start(command));
    }

    private static List<String> certificate(Issued own) {
        return List.of("-cert", PemFiles.chain(own), "-key", PemFiles.key(own));
    }

    private static OpenSslServer started(Program program) {
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
