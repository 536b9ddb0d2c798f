package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code gnutls-serv}, which sends back what it gets. */
record GnuTlsServer(Program program, int port) implements AutoCloseable {

    private static final Pattern STARTED =
            Pattern.compile("listening on IPv4 .*\\.\\.\\.done|[Aa]ddress already in use");
    private static final int MOST_TRIES = 10;

    /** A server with a certificate and more options. */
    static GnuTlsServer start(Issued own, String... options) {
        Program.require("gnutls-serv", "gnutls-bin");
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = freePort();
            Program program = Program.start(command(own, port, options));
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

    private static List<String> command(Issued own, int port, String... options) {
        List<String> command = new ArrayList<>(List.of("gnutls-serv", "--echo", "--port", String.valueOf(port)));
        command.addAll(List.of("--x509certfile", PemFiles.chain(own), "--x509keyfile", PemFiles.key(own)));
        command.addAll(List.of("--x509cafile", PemFiles.root()));
        command.addAll(List.of(options));
        return command;
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
