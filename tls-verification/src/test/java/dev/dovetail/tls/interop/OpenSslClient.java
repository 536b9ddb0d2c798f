package dev.dovetail.tls.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code openssl s_client}, connected to a server of ours whose name and chain it checks. */
record OpenSslClient(Program program) implements AutoCloseable {

    /** A client with more options. */
    static OpenSslClient start(int port, String... options) {
        return start(port, Map.of(), options);
    }

    /** A client with variables in its environment and more options. */
    static OpenSslClient start(int port, Map<String, String> environment, String... options) {
        Program.require("openssl", "openssl");
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + port));
        command.addAll(List.of("-CAfile", PemFiles.root(), "-no-CApath", "-verify_return_error"));
        command.addAll(List.of("-verify_hostname", Pki.SERVER_NAME, "-servername", Pki.SERVER_NAME));
        command.addAll(List.of(options));
        return new OpenSslClient(Program.start(command, environment));
    }

    @Override
    public void close() {
        program.close();
    }
}
