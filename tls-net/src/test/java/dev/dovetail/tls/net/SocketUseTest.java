package dev.dovetail.tls.net;

import static dev.dovetail.tls.net.Peers.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.net.Peers.Pair;
import dev.dovetail.tls.net.Peers.Sockets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketUseTest {

    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);

    @Test
    void readsFirstWhatWasConsumed() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream client = TlsStream.client(Peers.client().build(), sockets.client());
            Future<Boolean> talking = async(() -> {
                client.output().write(5);
                return true;
            });
            InputStream seen =
                    new ByteArrayInputStream(sockets.server().getInputStream().readNBytes(9));
            TlsStream server = TlsStream.server(
                    Peers.server().build(), sockets.server(), SocketUse.owned().behind(seen));
            assertThat(server.input().read()).isEqualTo(5);
            assertThat(talking.get()).isTrue();
        }
    }

    @Test
    void leavesTheSocketOpenBehindThePeersEnd() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            Pair pair = pair(sockets, SocketUse.owned().leavingOpen()).handshake();
            sockets.client().setSoTimeout(0);
            pair.server().output().write(new byte[40_000]);
            Future<Boolean> closing = async(() -> {
                pair.client().close();
                return true;
            });
            assertThat(pair.server().input().read()).isEqualTo(-1);
            pair.server().close();
            sockets.server().getOutputStream().write(PLAIN);
            assertThat(closing.get()).isTrue();

            assertThat(pair.client().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            assertThat(sockets.client().getSoTimeout()).isZero();
            assertThat(sockets.client().getInputStream().readNBytes(PLAIN.length))
                    .isEqualTo(PLAIN);
            sockets.client().getOutputStream().write(PLAIN);
            assertThat(sockets.server().getInputStream().readNBytes(PLAIN.length))
                    .isEqualTo(PLAIN);
            assertThatThrownBy(() -> pair.client().input().read()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closesTheSocketWhereThePeerSaysNothing() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            Pair pair = pair(sockets, SocketUse.owned().leavingOpen()).handshake();
            pair.client().closeTimeout(Duration.ofMillis(20)).close();
            assertThat(sockets.client().isClosed()).isTrue();
        }
    }

    @Test
    void leavesAnUnusedSocketOpen() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            pair(sockets, SocketUse.owned().leavingOpen()).close();
            sockets.client().getOutputStream().write(PLAIN);
            assertThat(sockets.server().getInputStream().readNBytes(PLAIN.length))
                    .isEqualTo(PLAIN);
        }
    }

    @Test
    void leavesTimeoutsToTheSocket() throws Exception {
        try (Sockets sockets = Sockets.connect();
                Pair pair = pair(sockets, SocketUse.owned().withOwnTimeouts())) {
            sockets.client().setSoTimeout(20);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> pair.client().handshake()).isInstanceOf(SocketTimeoutException.class);
            }
            sockets.client().setSoTimeout(0);
            pair.handshake();
            sockets.client().setSoTimeout(20);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> pair.client().input().read()).isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(sockets.client().getSoTimeout()).isEqualTo(20);
            sockets.client().setSoTimeout(0);
            pair.server().output().write(6);
            assertThat(pair.client().input().read()).isEqualTo(6);
        }
    }

    @Test
    void answersThePeersEndWhereItIsToldTo() throws Exception {
        for (ProtocolVersion version : new ProtocolVersion[] {ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3}) {
            for (boolean told : new boolean[] {true, false}) {
                SocketUse use = SocketUse.owned().answeringClose(told ? Set.of(version) : Set.of());
                try (Sockets sockets = Sockets.connect();
                        Pair pair = pair(sockets, use, version).handshake()) {
                    pair.server().closeOutput();
                    assertThat(pair.client().input().read()).isEqualTo(-1);
                    assertThat(pair.client().isOutputClosed()).isEqualTo(told);
                    if (told) {
                        assertThat(pair.server().input().read()).isEqualTo(-1);
                        assertThatThrownBy(() -> pair.client().output().write(1))
                                .isInstanceOf(IOException.class);
                    } else {
                        pair.client().output().write(1);
                        assertThat(pair.server().input().read()).isOne();
                    }
                }
            }
        }
    }

    @Test
    void takesTruncationForTheEndOnlyBehindTheHandshake() throws Exception {
        SocketUse use = SocketUse.owned().insecureTruncation();
        try (Sockets sockets = Sockets.connect();
                Pair pair = pair(sockets, use).handshake()) {
            pair.server().output().write(PLAIN);
            sockets.server().shutdownOutput();
            assertThat(pair.client().input().readAllBytes()).isEqualTo(PLAIN);
            assertThat(pair.client().input().read()).isEqualTo(-1);
            assertThat(pair.client().ending()).isEqualTo(Ending.TRUNCATED);
            assertThat(pair.client().failure()).isEmpty();
            pair.client().output().write(PLAIN);
            assertThat(pair.server().input().readNBytes(PLAIN.length)).isEqualTo(PLAIN);
            pair.client().close();
            assertThat(pair.client().ending()).isEqualTo(Ending.TRUNCATED);
        }
        try (Sockets sockets = Sockets.connect()) {
            TlsStream client = TlsStream.client(Peers.client().build(), sockets.client(), use);
            sockets.server().shutdownOutput();
            assertThatThrownBy(client::handshake)
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            e -> assertThat(e.fault().fault()).isEqualTo(Fault.TRUNCATED));
        }
    }

    @Test
    void waitsForNobodyWhereItIsToldSo() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            Pair pair = pair(sockets, SocketUse.owned().withoutAwaitingPeer()).handshake();
            // Longer than the test may take.
            pair.client().closeTimeout(Duration.ofMinutes(10)).close();
            assertThat(pair.client().ending()).isEqualTo(Ending.OPEN);
            assertThat(pair.server().input().read()).isEqualTo(-1);
            pair.server().closeTimeout(Duration.ofMillis(20)).close();
        }
    }

    @Test
    void endsReadingAndGoesOnWriting() throws Exception {
        try (Sockets sockets = Sockets.connect();
                Pair pair = pair(sockets, SocketUse.owned()).handshake()) {
            Future<Integer> reader = async(() -> pair.client().input().read());
            pair.client().closeInput();
            assertThat(reader.get()).isEqualTo(-1);
            assertThat(pair.client().input().read()).isEqualTo(-1);
            assertThat(pair.client().ending()).isEqualTo(Ending.OPEN);
            pair.client().output().write(PLAIN);
            assertThat(pair.server().input().readNBytes(PLAIN.length)).isEqualTo(PLAIN);
        }
    }

    @Test
    void tellsHowMuchIsDecrypted() throws Exception {
        try (Sockets sockets = Sockets.connect();
                Pair pair = pair(sockets, SocketUse.owned()).handshake()) {
            pair.server().output().write(PLAIN);
            assertThat(pair.client().input().available()).isZero();
            assertThat(pair.client().input().read()).isEqualTo(PLAIN[0]);
            assertThat(pair.client().input().available()).isEqualTo(PLAIN.length - 1);
        }
    }

    @Test
    void refusesAStepOfTheHandshakeThatWaitsForIt() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            AtomicReference<TlsStream> self = new AtomicReference<>();
            AtomicReference<Throwable> refused = new AtomicReference<>();
            var nosy = Peers.client().deferTasks().verifier(peer -> {
                refused.set(catchThrowable(() -> self.get().handshake()));
                return CompletableFuture.completedFuture(Verdict.accepted());
            });
            self.set(TlsStream.client(nosy.build(), sockets.client()));
            TlsStream server = TlsStream.server(Peers.server().build(), sockets.server());
            try (Pair pair = new Pair(self.get(), server).handshake()) {
                assertThat(pair.client().info()).isNotNull();
            }
            assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Pair pair(Sockets sockets, SocketUse use) throws IOException {
        return pair(sockets, use, ProtocolVersion.TLS_1_3);
    }

    private static Pair pair(Sockets sockets, SocketUse use, ProtocolVersion version) throws IOException {
        return new Pair(
                TlsStream.client(Peers.client().build(), sockets.client(), use),
                TlsStream.server(Peers.server(version).build(), sockets.server(), use));
    }
}
