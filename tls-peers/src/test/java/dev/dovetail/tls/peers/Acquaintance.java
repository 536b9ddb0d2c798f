package dev.dovetail.tls.peers;

import dev.dovetail.tls.jsse.TlsConnection;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.conscrypt.Conscrypt;

/** Two sides that meet again: the same two contexts, the same host and port. */
final class Acquaintance implements AutoCloseable {

    private final Pairing pairing;
    private final Setting setting;
    private final Map<Side, AtomicInteger> asked = new EnumMap<>(Side.class);
    private final SSLContext client;
    private final SSLContext server;
    private final SSLServerSocket listener;

    /** What was seen of a connection, on either side, after both had sent something. */
    record Meeting(Map<Side, SSLSession> sessions, Map<Side, Optional<Boolean>> resumed, Map<Side, Integer> judged) {}

    Acquaintance(Pairing pairing, Setting setting) throws IOException {
        this(pairing, setting, Pairing.contexts(pairing.server()));
    }

    /** With a server that is made otherwise. */
    Acquaintance(Pairing pairing, Setting setting, Contexts servers) throws IOException {
        this.pairing = pairing;
        this.setting = setting;
        for (Side side : Side.values()) asked.put(side, new AtomicInteger());
        client = Pairing.contexts(pairing.client())
                .create(setting.clientsRoot(), setting.clientsOwn(), trust -> counting(trust, Side.CLIENT));
        server =
                servers.create(Pki.ROOT, Optional.of(Pki.server(setting.key())), trust -> counting(trust, Side.SERVER));
        listener = SocketConnection.listener(server);
    }

    private TrustManager counting(TrustManager trust, Side side) {
        return new CountingTrust((X509ExtendedTrustManager) trust, asked.get(side));
    }

    /** A connection from its handshake to its end. */
    Meeting meet() throws IOException {
        asked.values().forEach(count -> count.set(0));
        try (Connection connection = pairing.transport() == Transport.ENGINES
                ? new EngineConnection(client, server, setting)
                : new SocketConnection(client, listener, setting)) {
            for (Side side : Side.values()) useTickets(connection.end(side));
            connection.handshake();
            for (Side side : Side.values()) {
                if (connection.failure(side).isPresent())
                    throw connection.failure(side).get();
            }
            PairingsIT.assertTalk(connection);
            Map<Side, SSLSession> sessions = new EnumMap<>(Side.class);
            Map<Side, Optional<Boolean>> resumed = new EnumMap<>(Side.class);
            Map<Side, Integer> judged = new EnumMap<>(Side.class);
            for (Side side : Side.values()) {
                sessions.put(side, connection.session(side));
                resumed.put(side, resumed(connection.end(side)));
                judged.put(side, asked.get(side).get());
            }
            return new Meeting(sessions, resumed, judged);
        }
    }

    /** Conscrypt's ends neither take tickets of TLS 1.2 nor give any before they are told so. */
    private static void useTickets(Object end) {
        if (end instanceof SSLEngine engine && Conscrypt.isConscrypt(engine)) {
            Conscrypt.setUseSessionTickets(engine, true);
        }
        if (end instanceof SSLSocket socket && Conscrypt.isConscrypt(socket)) {
            Conscrypt.setUseSessionTickets(socket, true);
        }
    }

    /** Only ours says it. */
    private static Optional<Boolean> resumed(Object end) {
        return end instanceof TlsConnection own
                ? Optional.of(own.info().orElseThrow().resumed())
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
