package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/**
 * A client and a server of one stack, told to do what ours do: verify the chain and the host, and resume each time or
 * never. Each handshake is checked for being the one that is measured. For one thread at a time.
 */
final class PeerPair {

    private static final int MOST_PORTS = 65535;

    private final PeerSetting setting;
    private final Agreed wanted;
    private final PeerEngines engines;
    private final PeerConnection.Buffers buffers;
    private boolean resumes;
    private int port = 1;

    /**
     * What a full handshake is to agree on.
     *
     * @param suite its number on the wire
     * @param group its number on the wire, or {@link ServerWords#NO_GROUP}; empty if it does not matter
     */
    private record Agreed(int suite, OptionalInt group) {}

    private PeerPair(PeerStack stack, PeerSetting setting, Agreed wanted, List<ServerIdentity> servers, BufferKind kind)
            throws GeneralSecurityException {
        this.setting = setting;
        this.wanted = wanted;
        this.engines = stack.engines(setting, servers);
        this.buffers = PeerConnection.Buffers.of(kind);
    }

    /** With one server after the other. */
    static PeerPair of(
            PeerStack stack, HandshakeKind kind, boolean resuming, List<ServerIdentity> servers, BufferKind buffers)
            throws GeneralSecurityException {
        PeerSetting setting = PeerSetting.of(kind, resuming);
        refuseIfUnable(stack, setting);
        return new PeerPair(stack, setting, agreed(kind), servers, buffers);
    }

    /**
     * For the first handshake of a process: asks neither our catalog nor the stack whether it can, which would take longer than
     * what is measured. A handshake that is another than was wanted is refused all the same.
     */
    static PeerPair unasked(PeerStack stack, HandshakeKind kind, ServerIdentity server)
            throws GeneralSecurityException {
        PeerSetting setting = PeerSetting.of(kind, false);
        return new PeerPair(stack, setting, agreed(kind), List.of(server), BufferKind.HEAP);
    }

    private static Agreed agreed(HandshakeKind kind) {
        return new Agreed(kind.suiteCode(), OptionalInt.of(kind.agreedGroup()));
    }

    private static void refuseIfUnable(PeerStack stack, PeerSetting setting) {
        stack.obstacle(setting).ifPresent(reason -> {
            throw new IllegalArgumentException(stack.label() + " can't be measured: " + reason);
        });
    }

    /** In the buffers that suit the stack best. */
    static PeerPair of(PeerStack stack, HandshakeKind kind, boolean resuming) throws GeneralSecurityException {
        List<ServerIdentity> servers = List.of(SharedIdentities.with(kind.certificate()));
        return of(stack, kind, resuming, servers, stack.buffers().get(0));
    }

    /** For application data. */
    static PeerPair of(PeerStack stack, String suite, BufferKind kind) throws GeneralSecurityException {
        Agreed wanted = new Agreed(Plugins.usable(Plugins.all(), suite).suite().code(), OptionalInt.empty());
        List<ServerIdentity> servers = List.of(SharedIdentities.with(Plugins.certificateFor(suite)));
        PeerSetting setting = PeerSetting.of(suite);
        refuseIfUnable(stack, setting);
        return new PeerPair(stack, setting, wanted, servers, kind);
    }

    /** One handshake; where connections resume, all but the first do. The caller closes it. */
    PeerConnection connect() throws SSLException {
        // Sessions are remembered by host and port, so a port of its own makes each connection a new one.
        if (!setting.resuming()) port = port % MOST_PORTS + 1;
        long verified = engines.verifications();
        PeerConnection connection = new PeerConnection(engines, port);
        connection.handshake(buffers);
        refuseAnother(engines.verifications() - verified);
        // In TLS 1.2 a ticket comes within the handshake (RFC 5077 3.3).
        if (setting.resuming() && setting.tls13() && engines.ticketsWait()) connection.fetchTickets(buffers);
        resumes = setting.resuming();
        return connection;
    }

    private void refuseAnother(long verifications) {
        ServerWords words = buffers.words();
        // TLS 1.2 agrees on no group where it resumes.
        int group = resumes && !setting.tls13()
                ? ServerWords.NO_GROUP
                : wanted.group().orElse(ServerWords.NO_GROUP);
        boolean right = verifications == (resumes ? 0 : 1)
                && words.resumed(setting.tls13()) == resumes
                && words.suite() == wanted.suite()
                && (wanted.group().isEmpty() || (words.group() == group && !words.retried()));
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
