package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.handshake.psk.PreSharedKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Answers that come on another thread while the engine is asked again and again. */
class LateAnswerTest {

    private static final int CONNECTIONS = 200;
    private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};

    /** The record behind the ClientHello waits for the answer, in whichever moment that comes. */
    @Test
    void noRecordReachesAStateThatWaits() {
        byte[] flight = flight();
        for (int i = 0; i < CONNECTIONS; i++) {
            CompletableFuture<Optional<PreSharedKey>> answer = new CompletableFuture<>();
            ServerConfig config =
                    PskPair.server().preSharedKeys(identity -> answer).build();
            try (TlsEngine server = TlsEngine.server(config)) {
                byte[] room = new byte[1000];
                Progress progress = server.receive(flight, 0, flight.length, room, 0, room.length);
                assertThat(progress).isEqualTo(Progress.NEEDS_TASK);
                int taken = server.consumed();
                CompletableFuture<Boolean> other =
                        CompletableFuture.supplyAsync(() -> answer.complete(Optional.of(PskPair.key(PskPair.NAME))));
                while (progress == Progress.NEEDS_TASK) {
                    progress = server.receive(flight, taken, flight.length - taken, room, 0, room.length);
                    taken += server.consumed();
                }
                assertThat(progress).isEqualTo(Progress.NEEDS_INPUT);
                assertThat(taken).isEqualTo(flight.length);
                assertThat(other.join()).isTrue();
            }
        }
    }

    private static byte[] flight() {
        byte[] out = new byte[10_000];
        try (TlsEngine client = TlsEngine.client(PskPair.client().build())) {
            int length = client.transmit(out, 0, out.length);
            System.arraycopy(CHANGE_CIPHER_SPEC, 0, out, length, CHANGE_CIPHER_SPEC.length);
            return Arrays.copyOf(out, length + CHANGE_CIPHER_SPEC.length);
        }
    }
}
