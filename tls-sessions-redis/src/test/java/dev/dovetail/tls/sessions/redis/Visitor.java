package dev.dovetail.tls.sessions.redis;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/** A client of one version that has one session at a time, and knows who gave it. For one thread. */
final class Visitor {

    private static final int PATIENCE_MILLIS = 10_000;

    private final ProtocolVersion version;
    private final List<InetSocketAddress> servers;
    private final ClientConfig config;
    private int giver = -1;

    Visitor(ProtocolVersion version, List<InetSocketAddress> servers) {
        this.version = version;
        this.servers = servers;
        this.config = FleetPeers.client(version, ClientSessions.inMemory());
    }

    /** Connects, asks, and gets an answer; {@link java.net.ConnectException} if nobody is there. */
    Visit visit(int server) throws IOException {
        long begin = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(servers.get(server), PATIENCE_MILLIS);
            ConnectionInfo info = ask(socket);
            Visit visit = new Visit(version, server, giver, info.resumed(), info.earlyData(), begin, System.nanoTime());
            // In TLS 1.3 each connection brings a ticket; in TLS 1.2 the first one's stays for half its life.
            if (!info.resumed() || version.equals(ProtocolVersion.TLS_1_3)) giver = server;
            return visit;
        }
    }

    private ConnectionInfo ask(Socket socket) throws IOException {
        try (TlsStream stream = TlsStream.client(config, socket)) {
            stream.early().send(FleetPeers.QUESTION, 0, FleetPeers.QUESTION.length);
            stream.handshake();
            if (stream.info().earlyData() != EarlyDataOutcome.ACCEPTED)
                stream.output().write(FleetPeers.QUESTION);
            byte[] answer = stream.input().readNBytes(FleetPeers.ANSWER.length);
            if (!Arrays.equals(answer, FleetPeers.ANSWER)) throw new IOException("no answer");
            return stream.info();
        }
    }
}
