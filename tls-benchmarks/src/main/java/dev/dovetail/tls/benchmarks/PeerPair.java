package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.UsableSuite;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * A client and a server of one stack, told to do what ours do: verify the chain and the host, and resume each time or
 * never. Each handshake is checked for being the one that is measured. For one thread at a time.
 */
final class PeerPair {

    private static final int MOST_PORTS = 65535;
    private static final int NO_GROUP = -1;

    private final PeerSetting setting;
    private final PeerEngines engines;
    private final PeerConnection.Buffers buffers;
    private final int suite;
    private final int group;
    private final boolean groupIn12;
    private boolean resumes;
    private int port = 1;

    private PeerPair(PeerStack stack, PeerSetting setting, ServerIdentity identity, BufferKind kind)
            throws GeneralSecurityException {
        stack.obstacle(setting).ifPresent(reason -> {
            throw new IllegalArgumentException(stack.label() + " can't be measured: " + reason);
        });
        this.setting = setting;
        this.engines = stack.engines(setting, identity);
        this.buffers = PeerConnection.Buffers.of(kind);
        UsableSuite wanted = Plugins.usable(Plugins.all(), setting.suite());
        this.suite = wanted.suite().code();
        this.groupIn12 = wanted.keyExchange()
                .filter(exchange -> exchange.name().equals("ECDHE"))
                .isPresent();
        this.group = setting.group().map(Plugins::groupCode).orElse(NO_GROUP);
    }

    static PeerPair of(PeerStack stack, PeerSetting setting, ServerIdentity identity, BufferKind kind)
            throws GeneralSecurityException {
        return new PeerPair(stack, setting, identity, kind);
    }

    /** In the buffers that suit the stack best. */
    static PeerPair of(PeerStack stack, HandshakeKind kind, boolean resuming) throws GeneralSecurityException {
        return new PeerPair(
                stack,
                PeerSetting.of(kind, resuming),
                ServerIdentity.with(kind.certificate()),
                stack.buffers().get(0));
    }

    /** For application data. */
    static PeerPair of(PeerStack stack, String suite, BufferKind kind) throws GeneralSecurityException {
        return new PeerPair(stack, PeerSetting.of(suite), ServerIdentity.with(Plugins.certificateFor(suite)), kind);
    }

    /** One handshake; where connections resume, all but the first do. The caller closes it. */
    PeerConnection connect() throws SSLException {
        // Sessions are remembered by host and port, so a port of its own makes each connection a new one.
        if (!setting.resuming()) port = port % MOST_PORTS + 1;
        long verified = engines.verifications();
        PeerConnection connection = new PeerConnection(engines, port);
        connection.handshake(buffers);
        refuseAnother(engines.verifications() - verified);
        if (setting.resuming() && engines.ticketsWait()) connection.fetchTickets(buffers);
        resumes = setting.resuming();
        return connection;
    }

    private void refuseAnother(long verifications) {
        ServerWords words = buffers.words();
        // TLS 1.2 agrees on no group where it resumes, and with RSA key transport never.
        boolean agrees = setting.tls13() || (groupIn12 && !resumes);
        boolean right = verifications == (resumes ? 0 : 1)
                && words.resumed(setting.tls13()) == resumes
                && words.suite() == suite
                && (setting.group().isEmpty() || (words.group() == (agrees ? group : NO_GROUP) && !words.retried()));
        if (!right) {
            throw new IllegalStateException(String.format(
                    "not the handshake that is measured: %d verifications, %s, suite %04x, group %04x%s",
                    verifications,
                    words.resumed(setting.tls13()) ? "resumed" : "full",
                    words.suite(),
                    words.group(),
                    words.retried() ? ", retried" : ""));
        }
    }

    /** What the server said in the last handshake. */
    ServerWords words() {
        return buffers.words();
    }
}
