package dev.dovetail.tls.sessions.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.Progress;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.TlsTask;
import dev.dovetail.tls.handshake.session.ClientSessions;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first flight of a client that resumes, as somebody on the wire records it: a ClientHello and early data.
 *
 * @param content what the early data says, which no other flight's does
 * @param bytes the records
 */
record Flight(String content, byte[] bytes) {

    private static final int ROOM = (1 << 14) + 256;

    /** Makes a first connection to a server, for a ticket, and records how the next one begins. */
    static Flight record(ServerConfig server, String content) {
        ClientConfig config = FleetPeers.client(ProtocolVersion.TLS_1_3, ClientSessions.inMemory());
        try (TlsEngine client = TlsEngine.client(config);
                TlsEngine other = TlsEngine.server(server)) {
            for (int i = 0; i < 3; i++) {
                read(other, transmitted(client));
                read(client, transmitted(other));
            }
            if (!client.connected()) throw new AssertionError("no handshake, but " + client.state());
        }
        try (TlsEngine client = TlsEngine.client(config)) {
            byte[] out = new byte[ROOM];
            byte[] early = content.getBytes(US_ASCII);
            int length = 0;
            int sent = 0;
            while (sent < early.length) {
                int count = client.sendEarly(early, sent, early.length - sent, out, length, out.length - length);
                if (count == 0) throw new AssertionError("the ticket allows no early data");
                length += count;
                sent += client.consumed();
            }
            return new Flight(content, Arrays.copyOf(out, length));
        }
    }

    /** Sends a copy to a server: what it takes as early data, if it takes any. */
    Optional<String> sendTo(ServerConfig server) {
        try (TlsEngine engine = TlsEngine.server(server)) {
            return read(engine, bytes);
        }
    }

    /** Gives an engine bytes, runs its tasks, and answers the first early data that it delivers. */
    private static Optional<String> read(TlsEngine engine, byte[] bytes) {
        byte[] room = new byte[ROOM];
        int taken = 0;
        while (true) {
            Progress progress = engine.receive(bytes, taken, bytes.length - taken, room, 0, room.length);
            taken += engine.consumed();
            int count = engine.receiveEarly(room, 0, room.length);
            if (count > 0) return Optional.of(new String(room, 0, count, US_ASCII));
            if (progress != Progress.NEEDS_TASK) return Optional.empty();
            engine.task().ifPresent(Flight::run);
        }
    }

    private static void run(TlsTask task) {
        task.run();
        Await.answer(task.done());
    }

    private static byte[] transmitted(TlsEngine engine) {
        byte[] out = new byte[4 * ROOM];
        int length = 0;
        int count;
        while ((count = engine.transmit(out, length, out.length - length)) > 0) length += count;
        return Arrays.copyOf(out, length);
    }
}
