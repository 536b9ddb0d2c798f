package dev.dovetail.tls.net;

import static dev.dovetail.tls.net.Peers.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.net.Peers.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TlsStreamTest {

    private static final int MEGABYTES = 6 << 20;

    @Test
    void carriesMegabytesBothWaysAtOnceThroughSmallSocketBuffers() throws Exception {
        byte[] up = random(MEGABYTES, 1);
        byte[] down = random(MEGABYTES, 2);
        try (Pair pair = Pair.connect(Peers.client().build(), Peers.server().build(), Peers.SMALL_BUFFERS)) {
            List<Future<byte[]>> read = List.of(
                    async(() -> pair.server().input().readNBytes(up.length)),
                    async(() -> pair.client().input().readNBytes(down.length)));
            Future<Boolean> writing = async(() -> {
                pair.server().output().write(down);
                return true;
            });
            pair.client().output().write(up);
            writing.get();

            assertThat(read.get(0).get()).isEqualTo(up);
            assertThat(read.get(1).get()).isEqualTo(down);
        }
    }

    @Test
    void goesOnReadingWhileItsOwnWriteIsBlocked() throws Exception {
        byte[] data = random(MEGABYTES, 3);
        try (Pair pair = Pair.connect(Peers.client().build(), Peers.server().build(), Peers.SMALL_BUFFERS)
                .handshake()) {
            Future<Boolean> blocked = async(() -> {
                pair.client().output().write(data);
                return true;
            });
            // The server writes all of it before it reads anything: the client's reader must take it meanwhile.
            Future<byte[]> read = async(() -> pair.client().input().readNBytes(data.length));
            pair.server().output().write(data);

            assertThat(pair.server().input().readNBytes(data.length)).isEqualTo(data);
            assertThat(read.get()).isEqualTo(data);
            blocked.get();
        }
    }

    @Test
    void readsIntoArraysOfAnySize() throws Exception {
        byte[] data = random(200_000, 4);
        try (Pair pair = Pair.connect().handshake()) {
            Future<Boolean> writing = async(() -> {
                pair.server().output().write(data);
                pair.server().closeOutput();
                return true;
            });
            InputStream in = pair.client().input();
            byte[] got = new byte[data.length];
            int[] sizes = {1, 7, 100, 16_384, 16_640, 40_000, 3};
            int done = 0;
            for (int turn = 0; done < got.length; turn++) {
                int count = in.read(got, done, Math.min(sizes[turn % sizes.length], got.length - done));
                assertThat(count).isPositive();
                done += count;
            }
            assertThat(got).isEqualTo(data);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
            writing.get();
        }
    }

    @Test
    void writesOfNothingSendNothing() throws Exception {
        try (Pair pair = Pair.connect().handshake()) {
            pair.client().output().write(new byte[0]);
            pair.client().output().write(new byte[4], 4, 0);
            pair.client().output().write("x".getBytes(StandardCharsets.US_ASCII));
            assertThat(pair.server().input().read(new byte[0])).isZero();
            assertThat(pair.server().input().readNBytes(1)).containsExactly('x');
        }
    }

    @Test
    void halfClosesFromEitherEnd() throws Exception {
        for (boolean clientFirst : new boolean[] {true, false}) {
            try (Pair pair = Pair.connect().handshake()) {
                TlsStream first = clientFirst ? pair.client() : pair.server();
                TlsStream second = clientFirst ? pair.server() : pair.client();
                first.output().write(new byte[] {1, 2, 3});
                first.output().close();
                assertThat(second.input().readAllBytes()).containsExactly(1, 2, 3);
                assertThat(second.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
                assertThat(first.ending()).isEqualTo(Ending.OPEN);
                assertThatThrownBy(() -> first.output().write(1)).isInstanceOf(IOException.class);

                second.output().write(new byte[100_000]);
                second.closeOutput();
                assertThat(first.input().readAllBytes()).hasSize(100_000);
                assertThat(first.failure()).isEmpty();
            }
        }
    }

    @Test
    void tellsTruncationOnceAllDataBeforeItIsRead() throws Exception {
        Peers.Sockets sockets = Peers.Sockets.connect();
        TlsStream client = TlsStream.client(Peers.client().build(), sockets.client());
        TlsStream server = TlsStream.server(Peers.server().build(), sockets.server());
        try (Pair pair = new Pair(client, server).handshake()) {
            server.output().write(new byte[50_000]);
            sockets.server().shutdownOutput();

            assertThat(client.input().readNBytes(50_000)).hasSize(50_000);
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> client.input().read())
                        .isInstanceOfSatisfying(
                                TlsException.class,
                                e -> assertThat(e.fault().fault()).isEqualTo(Fault.TRUNCATED));
            }
            assertThat(client.ending()).isEqualTo(Ending.TRUNCATED);
            assertThat(sockets.client().isClosed()).isTrue();
        }
        assertThat(client.ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(client.failure()).isPresent();
    }

    @Test
    void survivesReadTimeouts() throws Exception {
        try (Pair pair = Pair.connect().handshake()) {
            pair.client().readTimeout(Duration.ofMillis(20));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> pair.client().input().read()).isInstanceOf(SocketTimeoutException.class);
            }
            pair.client().readTimeout(Duration.ZERO);
            pair.server().output().write(42);
            assertThat(pair.client().input().read()).isEqualTo(42);
            pair.client().output().write(43);
            assertThat(pair.server().input().read()).isEqualTo(43);
        }
    }

    @Test
    void changesKeysWhileDataFlows() throws Exception {
        try (Pair pair = Pair.connect(
                        Peers.client().build(),
                        Peers.server(ProtocolVersion.TLS_1_3).build(),
                        0)
                .handshake()) {
            Future<byte[]> read = async(() -> pair.server().input().readNBytes(300_000));
            for (int i = 0; i < 30; i++) {
                pair.client().updateKeys(i % 2 == 0);
                pair.client().output().write(new byte[10_000]);
            }
            assertThat(read.get()).hasSize(300_000);
            pair.server().output().write(1);
            assertThat(pair.client().input().read()).isEqualTo(1);
        }
    }

    @Test
    void exportsTheSameOnBothEndsAndNothingAfterClosing() throws Exception {
        Pair pair = Pair.connect().handshake();
        try (Secret client = pair.client().export("EXPERIMENTAL label", null, 32);
                Secret server = pair.server().export("EXPERIMENTAL label", null, 32)) {
            client.use(bytes -> assertThat(server.matches(bytes)).isTrue());
        }
        pair.close();
        assertThatThrownBy(() -> pair.client().export("EXPERIMENTAL label", null, 32))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pair.client().info().version()).isEqualTo(ProtocolVersion.TLS_1_3);
    }

    @Test
    void servesManyConnections() throws Exception {
        try (TlsListener listener = TlsListener.bind(
                Peers.server().build(), new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0))) {
            int connections = 24;
            Future<Boolean> accepting = async(() -> {
                for (int i = 0; i < connections; i++) {
                    TlsStream stream = listener.accept();
                    async(() -> {
                        try (stream) {
                            return stream.input().transferTo(stream.output());
                        }
                    });
                }
                return true;
            });
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                byte[] data = random(20_000, i);
                answers.add(async(() -> {
                    var socket = new java.net.Socket(
                            listener.address().getAddress(), listener.address().getPort());
                    try (TlsStream stream = TlsStream.client(Peers.client().build(), socket)) {
                        stream.output().write(data);
                        stream.closeOutput();
                        return stream.input().readAllBytes();
                    }
                }));
            }
            accepting.get();
            for (int i = 0; i < connections; i++)
                assertThat(answers.get(i).get()).isEqualTo(random(20_000, i));
        }
    }

    @Test
    void closesInOrderOnAnInterruptedThread() throws Exception {
        try (Pair pair = Pair.connect().handshake()) {
            Future<Integer> end = async(() -> {
                int read = pair.server().input().read();
                pair.server().close();
                return read;
            });
            Thread.currentThread().interrupt();
            pair.client().close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(end.get()).isEqualTo(-1);
            assertThat(pair.client().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    @Test
    void closingWakesThreadsThatReadAndWrite() throws Exception {
        Pair pair = Pair.connect(Peers.client().build(), Peers.server().build(), Peers.SMALL_BUFFERS)
                .handshake();
        Future<Boolean> writer = async(() -> {
            pair.client().output().write(new byte[MEGABYTES]);
            return true;
        });
        Future<Integer> reader = async(() -> pair.client().input().read());
        pair.client().closeTimeout(Duration.ofMillis(50)).close();

        assertThat(writer)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
        assertThat(reader)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
        pair.server().closeTimeout(Duration.ofMillis(50)).close();
    }

    @Test
    void closingUnusedSendsNothing() throws Exception {
        try (Peers.Sockets sockets = Peers.Sockets.connect()) {
            TlsStream.client(Peers.client().build(), sockets.client()).close();
            assertThat(sockets.server().getInputStream().read()).isEqualTo(-1);
        }
    }

    private static byte[] random(int length, long seed) {
        byte[] data = new byte[length];
        new Random(seed).nextBytes(data);
        return Arrays.copyOf(data, length);
    }
}
