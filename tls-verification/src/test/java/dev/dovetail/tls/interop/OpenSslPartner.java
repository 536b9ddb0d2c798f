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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** OpenSSL's programs: one server for each kind of certificate, and a client for each trial. */
final class OpenSslPartner implements Partner {

    private final Map<Optional<KeyKind>, OpenSslServer> servers = new ConcurrentHashMap<>();
    private final Map<Integer, String> suites;

    OpenSslPartner() {
        suites = Program.isInstalled("openssl") ? OpenSsl.suites() : Map.of();
    }

    @Override
    public String name() {
        return "OpenSSL";
    }

    @Override
    public String version() {
        return Program.answer(List.of("openssl", "version"), Pattern.compile("OpenSSL (\\S+)"));
    }

    @Override
    public void require() {
        Program.require("openssl", "openssl");
    }

    @Override
    public boolean has(CipherSuite suite) {
        return suites.containsKey(suite.code());
    }

    @Override
    public boolean has(NamedGroup group, ProtocolVersion version) {
        return OpenSsl.has(group.name(), version);
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return OpenSsl.SCHEMES.contains(scheme.name());
    }

    @Override
    public boolean has(PskMode mode) {
        return true;
    }

    @Override
    public void prove(Trial trial, Role ours) throws IOException {
        if (ours == Role.CLIENT) proveItsServer(trial);
        else proveItsClient(trial);
    }

    private void proveItsServer(Trial trial) throws IOException {
        OpenSslServer server = servers.computeIfAbsent(trial.kind(), OpenSslPartner::serverFor);
        // It serves one client at a time, and what it says has to be this one's.
        synchronized (server) {
            int before = server.program().output().length();
            try (TlsStream stream = Net.connect(trial.client(), server.port())) {
                OpenSsl.talk(stream);
                trial.agreed(Role.CLIENT, stream.info());
                trial.encryptsThenMacs(stream.info());
                stream.closeOutput();
                assertThat(stream.input().read()).isNegative();
                assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            }
            server.program()
                    .awaitOutput("Protocol version: " + OpenSsl.name(trial.version()) + "\n", before, 1)
                    .awaitOutput("Ciphersuite: " + suites.get(trial.suite().code()) + "\n", before, 1)
                    .awaitOutput("CONNECTION CLOSED", before, 1);
        }
    }

    private void proveItsClient(Trial trial) throws IOException {
        try (TlsListener listener = Net.listen(trial.server());
                OpenSslClient client = OpenSslClient.start(OpenSsl.port(listener), clientOptions(trial));
                TlsStream stream = Net.accept(listener)) {
            OpenSsl.talk(client.program(), stream);
            trial.agreed(Role.SERVER, stream.info());
            trial.encryptsThenMacs(stream.info());
            // The word before is the version that the suite began with, not the one that was agreed on.
            client.program()
                    .awaitOutput(", Cipher is " + suites.get(trial.suite().code()) + "\n");
            if (trial.kind().isPresent()) client.program().awaitOutput("Verify return code: 0 (ok)");
            client.program().endInput();
            assertThat(stream.input().read()).isNegative();
            assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    private String[] clientOptions(Trial trial) {
        List<String> options = new ArrayList<>(
                OpenSsl.options(trial.version(), suites.get(trial.suite().code())));
        trial.group().ifPresent(group -> options.addAll(List.of("-groups", OpenSsl.group(group.name()))));
        trial.kind().ifPresent(kind -> options.addAll(List.of("-CAfile", PemFiles.root(kind))));
        if (trial.preShared()) options.addAll(OpenSsl.PSK);
        if (trial.mode().filter(PskMode.PSK_KE::equals).isPresent()) options.add("-allow_no_dhe_kex");
        return options.toArray(String[]::new);
    }

    private static OpenSslServer serverFor(Optional<KeyKind> kind) {
        return OpenSslServer.start(kind.map(Pki::server));
    }

    @Override
    public void close() {
        servers.values().forEach(OpenSslServer::close);
    }

    @Override
    public String toString() {
        return name();
    }
}
