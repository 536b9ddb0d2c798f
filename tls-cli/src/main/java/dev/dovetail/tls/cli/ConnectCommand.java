package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.net.TlsException;
import dev.dovetail.tls.net.TlsStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A client: stdin to the server, what the server sends to stdout. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description =
                "Connects to a server: stdin goes to it, what it sends goes to stdout. The end of stdin closes our"
                        + " side only; the program ends when the server closes its side.")
final class ConnectCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "The server.")
    private HostAndPort target;

    @Mixin
    private ProtocolOptions protocol;

    @Mixin
    private CredentialOptions own;

    @Mixin
    private PskOptions psk;

    @Mixin
    private WatchOptions watch;

    @Option(names = "--alpn", paramLabel = "NAME", split = ",", description = "Application protocols, best first.")
    private List<String> applicationProtocols = List.of();

    @Option(
            names = "--servername",
            paramLabel = "NAME",
            description = "The name to ask for and to verify; otherwise that of HOST.")
    private @Nullable String serverName;

    @Option(
            names = "--cafile",
            paramLabel = "PEM",
            description = "Certificates to trust, instead of those that the JDK trusts.")
    private @Nullable Path authorities;

    @Option(
            names = "--insecure-accept-anyone",
            description = "Do not verify the server: whoever is on the path can read and change everything.")
    private boolean acceptAnyone;

    @Option(names = "--info", description = "Print what the handshake agreed on to stderr.")
    private boolean info;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "For the TCP connection; ${DEFAULT-VALUE} unless said otherwise.",
            defaultValue = "15")
    private Duration connectTimeout;

    @Option(
            names = "--handshake-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "For the whole handshake; ${DEFAULT-VALUE} unless said otherwise.",
            defaultValue = "30")
    private Duration handshakeTimeout;

    @Option(
            names = "--read-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Gives up when the server sends nothing for so long; 0, the default, waits for ever.",
            defaultValue = "0")
    private Duration readTimeout;

    private final Log log = new Log(System.err);

    /** Connects, and moves bytes until the server closes. */
    @Override
    public Integer call() throws IOException {
        ClientConfig config = config();
        try (TlsStream stream = TlsStream.client(config, connected())) {
            stream.handshakeTimeout(handshakeTimeout).readTimeout(readTimeout).closeTimeout(Duration.ofSeconds(1));
            Thread closing = new Thread(stream::close, "closing");
            Runtime.getRuntime().addShutdownHook(closing);
            try {
                stream.handshake();
                if (info) ConnectionFacts.of(stream.info()).forEach(log::line);
                return exchange(stream);
            } finally {
                unhook(closing);
            }
        }
    }

    private ClientConfig config() throws IOException {
        String name = serverName == null ? target.host() : serverName;
        Selection selection = protocol.selection(Catalog.discover());
        ClientConfig.Builder config =
                protocol.refused(() -> ClientConfig.of(selection).serverName(name));
        if (!acceptAnyone) protocol.requireProof(selection);
        if (acceptAnyone) {
            log.line("warning: the server is not verified; whoever is on the path can read and change everything");
            config.verifier(PeerVerifier.insecureAcceptingAnyone()).insecureAnonymousServers();
        } else if (authorities != null) {
            config.verifier(PkixVerifier.trustingPem(authorities, selection.certificates()));
        }
        if (!applicationProtocols.isEmpty()) config.applicationProtocols(applicationProtocols.toArray(String[]::new));
        for (Credential credential : own.credentials(selection)) config.credential(credential);
        psk.keys()
                .ifPresent(keys ->
                        config.preSharedKeys(ClientPreSharedKeys.of(keys)).pskModes(psk.mode()));
        watch.apply(config, log);
        return protocol.refused(config::build);
    }

    private Socket connected() throws IOException {
        InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
        if (address.isUnresolved()) throw new UnknownHostException(target.host());
        Socket socket = new Socket();
        try {
            socket.connect(address, Math.toIntExact(connectTimeout.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private int exchange(TlsStream stream) throws IOException {
        AtomicReference<IOException> sending = new AtomicReference<>();
        Thread sender = new Thread(() -> send(stream, sending), "stdin");
        sender.setDaemon(true);
        sender.start();
        try (OutputStream stdout = new FileOutputStream(FileDescriptor.out)) {
            stream.input().transferTo(stdout);
            return 0;
        } catch (TlsException ended) {
            if (ended.fault().fault() != Fault.TRUNCATED) throw ended;
            IOException unsent = sending.get();
            if (unsent != null && !(unsent instanceof TlsException)) throw unsent;
            log.line(
                    "dovetail: truncated: the connection ended without the server's close_notify, data may be missing");
            log.line("dovetail: " + Messages.of(ended));
            return 1;
        }
    }

    private static void send(TlsStream stream, AtomicReference<IOException> failure) {
        byte[] buffer = new byte[1 << 16];
        try {
            for (int count; (count = fromStdin(buffer)) >= 0; ) stream.output().write(buffer, 0, count);
            stream.closeOutput();
        } catch (IOException e) {
            // The reading thread meets the end too, and tells.
            failure.set(e);
        }
    }

    /** A stdin that breaks is one that has ended. */
    private static int fromStdin(byte[] buffer) {
        try {
            return System.in.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private static void unhook(Thread closing) {
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook runs, and closes.
        }
    }
}
