package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.HeldSession;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The handshakes of RFC 8448 3 and 4 are the same however a transport cuts their bytes: into pieces of each length, from one
 * byte to all that a peer says before it waits for an answer. So there is a cut at each place, within headers too, and
 * records come together that were sent apart.
 */
class Rfc8448PiecesReplayTest {

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 4})
    void aServerReadsPiecesOfAnyLength(int section) {
        Trace trace = Trace.section(section);
        ReplayedServer server = new ReplayedServer(section);
        lengths(trace, Role.CLIENT).forEach(length -> {
            try (Play play = server.play()) {
                Replay.inPieces(play.engine(), length).playToTheEnd(trace);
            }
        });
    }

    @Test
    void aClientReadsPiecesOfAnyLength() {
        Trace trace = Trace.section(3);
        ReplayedClient client = new ReplayedClient(3);
        lengths(trace, Role.SERVER).forEach(length -> {
            try (ClientSessions kept = ReplayedClient.noSessionsYet(RecordedTicket.GIVEN);
                    Play play = client.play(kept)) {
                Replay.inPieces(play.engine(), length).playToTheEnd(trace);
            }
        });
    }

    @Test
    void aClientThatResumesReadsPiecesOfAnyLength() {
        Trace trace = Trace.section(4);
        ReplayedClient client = new ReplayedClient(4);
        RecordedTicket ticket = RecordedTicket.read();
        try (HeldSession held = ReplayedClient.heldAfterTheFirstHandshake()) {
            lengths(trace, Role.SERVER).forEach(length -> {
                try (ClientSessions kept = ReplayedClient.noSessionsYet(ticket.used());
                        Play play = client.play(kept, held)) {
                    Replay.inPieces(play.engine(), length).playToTheEnd(trace);
                }
            });
        }
    }

    private static IntStream lengths(Trace trace, Role side) {
        return IntStream.rangeClosed(1, Replay.longestTurn(trace, side));
    }
}
