package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** GnuTLS's programs: one server for each kind of certificate, and a client for each trial. */
final class GnuTlsPartner implements Partner {

    /** Pre-shared keys and ciphers of TLS 1.2 keep its server from speaking TLS 1.3. */
    private record ServerKind(ProtocolVersion version, Optional<KeyKind> key, Optional<PskMode> mode) {}

    private final Map<ServerKind, GnuTlsServer> servers = new ConcurrentHashMap<>();
    private final Set<Integer> suites = GnuTls.suites();

    @Override
    public String name() {
        return "GnuTLS";
    }

    @Override
    public String version() {
        return Program.answer(List.of("gnutls-cli", "--version"), Pattern.compile("gnutls-cli (\\S+)"));
    }

    @Override
    public void require() {
        Program.require("gnutls-cli", "gnutls-bin");
    }

    @Override
    public boolean has(CipherSuite suite) {
        return suites.contains(suite.code());
    }

    @Override
    public boolean has(NamedGroup group, ProtocolVersion version) {
        return GnuTls.GROUPS.contains(group.name());
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return GnuTls.SCHEMES.contains(scheme.name());
    }

    @Override
    public boolean has(PskMode mode) {
        return true;
    }

    @Override
    public Optional<String> obstacle(Trial trial, Role ours) {
        String exchange = trial.suite().needs().keyExchange().orElse("");
        boolean fresh = exchange.equals("DHE") || exchange.equals("ECDHE");
        return trial.preShared() && fresh && ours == Role.SERVER
                ? Optional.of("`gnutls-cli` 3.7 crashes as soon as it describes a connection with DHE_PSK or ECDHE_PSK,"
                        + " with `gnutls-serv` too.")
                : Optional.empty();
    }

    @Override
    public void prove(Trial trial, Role ours) throws IOException {
        if (ours == Role.CLIENT) proveItsServer(trial);
        else proveItsClient(trial);
    }

    private void proveItsServer(Trial trial) throws IOException {
        GnuTlsServer server = servers.computeIfAbsent(
                new ServerKind(trial.version(), trial.kind(), trial.mode()),
                wanted -> GnuTlsServer.start(
                        GnuTls.everything(trial), wanted.key().map(Pki::server)));
        // What it says has to be about this client.
        synchronized (server) {
            int before = server.program().output().length();
            try (TlsStream stream = Net.connect(trial.client(), server.port())) {
                GnuTls.talk(stream);
                trial.agreed(Role.CLIENT, stream.info());
                trial.encryptsThenMacs(stream.info());
                stream.closeOutput();
                assertThat(stream.input().read()).isNegative();
                assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            }
            server.program().awaitOutput(GnuTls.description(trial), before);
        }
    }

    private void proveItsClient(Trial trial) throws IOException {
        try (TlsListener listener = Net.listen(trial.server());
                GnuTlsClient client = GnuTlsClient.start(OpenSsl.port(listener), clientOptions(trial));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            trial.agreed(Role.SERVER, stream.info());
            trial.encryptsThenMacs(stream.info());
            client.program().awaitOutput(GnuTls.description(trial), 0);
            if (trial.kind().isPresent()) client.program().awaitOutput("- Status: The certificate is trusted.");
            client.program().endInput();
            assertThat(stream.input().read()).isNegative();
            assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    private static String[] clientOptions(Trial trial) {
        List<String> options = new ArrayList<>(List.of("--priority", GnuTls.priority(trial)));
        if (trial.preShared()) {
            options.addAll(List.of("--pskusername", Psk.IDENTITY, "--pskkey", Psk.HEX));
        }
        return options.toArray(String[]::new);
    }

    @Override
    public void close() {
        servers.values().forEach(GnuTlsServer::close);
    }

    @Override
    public String toString() {
        return name();
    }
}
