package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.net.TlsListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A server that sends data back, or answers HTTP with what is known about the connection. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves connections until it is interrupted. Without --cert it makes itself certificates for"
                + " localhost.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port; 0, the default, for a free one, which is printed.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where to listen; only on this machine unless named.")
    private @Nullable String host;

    @ArgGroup
    private Mode mode = new Mode();

    @Mixin
    private ProtocolOptions protocol;

    @Mixin
    private CredentialOptions own;

    @Mixin
    private PskOptions psk;

    @Mixin
    private WatchOptions watch;

    @Option(
            names = "--alpn",
            paramLabel = "NAME",
            split = ",",
            description = "Application protocols, best first. A client that offers none of them is refused.")
    private List<String> applicationProtocols = List.of();

    @Option(
            names = "--client-auth",
            paramLabel = "none|request|require",
            defaultValue = "none",
            description = "Whether clients are asked for a certificate; wants --cafile.")
    private Ask clientAuthentication;

    @Option(names = "--cafile", paramLabel = "PEM", description = "Who may issue clients' certificates.")
    private @Nullable Path authorities;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            defaultValue = "15",
            description = "For a whole handshake; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration handshakeTimeout;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            defaultValue = "300",
            description =
                    "Closes connections on which nothing comes for so long; ${DEFAULT-VALUE} unless said otherwise.")
    private Duration idleTimeout;

    @Option(names = "--once", description = "Serve one connection, then end.")
    private boolean once;

    private final Log log = new Log(System.err);

    /** What is done with a connection. */
    static final class Mode {
        @Option(names = "--echo", description = "Send data back: the default.")
        private boolean echo;

        @Option(names = "--www", description = "Answer HTTP/1.1 with what is known about the connection.")
        private boolean www;
    }

    /** As the option is spelled. */
    enum Ask {
        /** Not asked. */
        NONE(ClientAuthentication.NONE),
        /** Asked. */
        REQUEST(ClientAuthentication.REQUESTED),
        /** Asked, and turned away without. */
        REQUIRE(ClientAuthentication.REQUIRED);

        private final ClientAuthentication meaning;

        Ask(ClientAuthentication meaning) {
            this.meaning = meaning;
        }
    }

    /** Listens, and serves. */
    @Override
    public Integer call() throws IOException {
        try (TlsListener listener = TlsListener.bind(config(), address())) {
            Service service = mode.www ? new WebService() : Service.echo();
            Server server = new Server(listener, service, log, handshakeTimeout, idleTimeout);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
            InetSocketAddress bound = listener.address();
            System.out.println("listening on " + text(bound.getAddress()) + ":" + bound.getPort());
            System.out.flush();
            if (once) server.serveOne();
            else server.serveAll();
            return 0;
        }
    }

    private ServerConfig config() throws IOException {
        Selection selection = protocol.selection(Catalog.discover());
        ServerConfig.Builder config = protocol.refused(() -> ServerConfig.of(selection));
        List<Credential> credentials = own.credentials(selection);
        for (Credential credential : credentials.isEmpty() ? selfSigned() : credentials) config.credential(credential);
        if (clientAuthentication != Ask.NONE && authorities == null) {
            throw new ParameterException(
                    spec.commandLine(), "--client-auth needs --cafile: who may issue clients' certificates?");
        }
        config.clientAuthentication(clientAuthentication.meaning);
        if (authorities != null) config.verifier(PkixVerifier.trustingPem(authorities, selection.certificates()));
        if (!applicationProtocols.isEmpty()) config.applicationProtocols(applicationProtocols.toArray(String[]::new));
        psk.keys()
                .ifPresent(keys ->
                        config.preSharedKeys(ServerPreSharedKeys.of(keys)).pskModes(psk.mode()));
        watch.apply(config, log);
        return protocol.refused(config::build);
    }

    /** One for each way of authentication that suites of TLS 1.2 can want. */
    private static List<Credential> selfSigned() {
        Request request = Request.server("localhost").addresses("127.0.0.1", "::1");
        return List.of(selfSigned(request.key(KeyKind.EC_P256)), selfSigned(request.key(KeyKind.RSA_2048)));
    }

    private static Credential selfSigned(Request request) {
        Issued issued = Authority.selfSigned(request);
        return Credential.of(issued.chain(), issued.privateKey());
    }

    private InetSocketAddress address() {
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "a port is a number from 0 to 65535, not " + port);
        }
        String name = host;
        return name == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(name, port);
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
