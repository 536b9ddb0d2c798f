package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code gnutls-serv}, which sends back what it gets. */
record GnuTlsServer(Program program, int port) implements AutoCloseable {

    private static final Pattern STARTED =
            Pattern.compile("listening on IPv4 .*\\.\\.\\.done|[Aa]ddress already in use");
    private static final int MOST_TRIES = 10;

    /** A server with a certificate and more options. */
    static GnuTlsServer start(Issued own, String... options) {
        List<String> all = new ArrayList<>(certificate(own));
        all.addAll(List.of("--x509cafile", PemFiles.root()));
        all.addAll(List.of(options));
        return start(all);
    }

    /** A server for many connections. */
    static GnuTlsServer start(String priority, Optional<Issued> own) {
        List<String> all = new ArrayList<>(own.map(GnuTlsServer::certificate).orElse(List.of()));
        all.addAll(List.of("--priority", priority, "--noticket"));
        all.addAll(List.of("--pskpasswd", PemFiles.pskPassword(), "--pskhint", Psk.HINT));
        return start(all);
    }

    private static GnuTlsServer start(List<String> options) {
        Program.require("gnutls-serv", "gnutls-bin");
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of("gnutls-serv", "--echo", "--port", String.valueOf(port)));
            command.addAll(options);
            Program program = Program.start(command);
            try {
                if (program.awaitOutput(STARTED).group().endsWith("done")) return new GnuTlsServer(program, port);
            } catch (AssertionError e) {
                program.close();
                throw e;
            }
            // Somebody else was faster.
            program.close();
        }
        throw new AssertionError("gnutls-serv finds no free port");
    }

    private static List<String> certificate(Issued own) {
        return List.of("--x509certfile", PemFiles.chain(own), "--x509keyfile", PemFiles.key(own));
    }

    /** gnutls-serv can't choose a port itself. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
