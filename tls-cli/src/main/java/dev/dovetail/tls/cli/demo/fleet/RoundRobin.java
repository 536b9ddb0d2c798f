package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client that goes from server to server, one connection after the other, with TLS 1.3 and TLS 1.2 in turn and one
 * cache of sessions for all. Where nobody listens it takes the next server.
 */
final class RoundRobin {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<ProtocolVersion> VERSIONS = List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);

    private final List<Member> members;
    private final Map<ProtocolVersion, ClientConfig> resuming = new HashMap<>();
    private final Map<ProtocolVersion, ClientConfig> forgetful = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    // A session of TLS 1.2 by its name; of TLS 1.3 there is one ticket at a time, the last server's.
    private final Map<String, Member> givers = new HashMap<>();
    private @Nullable Member lastGiver;
    private int turn;

    RoundRobin(Parties parties, List<Member> members) {
        this.members = members;
        ClientSessions shared = ClientSessions.inMemory();
        for (ProtocolVersion version : VERSIONS) {
            resuming.put(version, parties.client(version, shared));
            forgetful.put(version, parties.client(version, ClientSessions.none()));
        }
    }

    /** What went wrong, for people. */
    List<String> failures() {
        return failures;
    }

    /** Two connections, one of each version, to the server whose turn it is. */
    void visit(Chapter chapter, boolean withSessions) {
        for (ProtocolVersion version : VERSIONS) {
            ClientConfig config = Objects.requireNonNull((withSessions ? resuming : forgetful).get(version));
            visit(config, version, chapter.of(version));
        }
        turn++;
    }

    private void visit(ClientConfig config, ProtocolVersion version, Tally tally) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get((turn + i) % members.size());
            try (Socket socket = new Socket()) {
                socket.connect(member.address(), (int) LIMIT.toMillis());
                visit(config, version, tally, member, socket);
                return;
            } catch (ConnectException nobody) {
                tally.addNobody();
            } catch (IOException | RuntimeException e) {
                tally.addFailure();
                failures.add(version + " to " + member.name() + ": " + e);
                return;
            }
        }
        tally.addFailure();
        failures.add(version + ": no server is there");
    }

    private void visit(ClientConfig config, ProtocolVersion version, Tally tally, Member member, Socket socket)
            throws IOException {
        try (TlsStream stream = TlsStream.client(config, socket)) {
            stream.handshakeTimeout(LIMIT).readTimeout(LIMIT);
            long begin = System.nanoTime();
            stream.early().send(Parties.QUESTION, 0, Parties.QUESTION.length);
            stream.handshake();
            long nanos = System.nanoTime() - begin;
            ConnectionInfo info = stream.info();
            if (info.earlyData() != EarlyDataOutcome.ACCEPTED) stream.output().write(Parties.QUESTION);
            byte[] answer = stream.input().readNBytes(Parties.ANSWER.length);
            if (!Arrays.equals(answer, Parties.ANSWER)) throw new IOException("no answer, but " + stream.ending());
            tally.add(info, isFromElsewhere(info, member), nanos);
            remember(config, info, member);
        }
    }

    private boolean isFromElsewhere(ConnectionInfo info, Member member) {
        if (!info.resumed()) return false;
        @Nullable Member giver = info.version().equals(ProtocolVersion.TLS_1_3) ? lastGiver : givers.get(name(info));
        return giver != null && giver != member;
    }

    private void remember(ClientConfig config, ConnectionInfo info, Member member) {
        if (!config.sessions().enabled()) return;
        // Choice: a ticket of TLS 1.2 is renewed in the second half of its life, which is not reached here.
        if (info.version().equals(ProtocolVersion.TLS_1_3)) lastGiver = member;
        else if (!info.resumed()) givers.put(name(info), member);
    }

    private static String name(ConnectionInfo info) {
        return info.session()
                .map(facts -> HexFormat.of().formatHex(facts.name()))
                .orElse("");
    }
}
