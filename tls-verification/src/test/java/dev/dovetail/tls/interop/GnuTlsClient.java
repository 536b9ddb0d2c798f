package dev.dovetail.tls.interop;

import java.util.ArrayList;
import java.util.List;

/** {@code gnutls-cli}, connected to a server of ours whose name and chain it checks. */
record GnuTlsClient(Program program) implements AutoCloseable {

    /** A client with more options. */
    static GnuTlsClient start(int port, String... options) {
        Program.require("gnutls-cli", "gnutls-bin");
        List<String> command = new ArrayList<>(List.of("gnutls-cli", "--port", String.valueOf(port)));
        command.addAll(List.of("--x509cafile", PemFiles.root(), "--inline-commands"));
        command.addAll(List.of("--sni-hostname", Pki.SERVER_NAME, "--verify-hostname", Pki.SERVER_NAME));
        command.addAll(List.of(options));
        command.add("127.0.0.1");
        return new GnuTlsClient(Program.start(command));
    }

    @Override
    public void close() {
        program.close();
    }
}
