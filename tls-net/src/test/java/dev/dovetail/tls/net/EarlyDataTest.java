package dev.dovetail.tls.net;

import static dev.dovetail.tls.net.Peers.async;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.net.Peers.Pair;
import dev.dovetail.tls.net.Peers.Sockets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EarlyDataTest {

    private static final byte[] QUESTION = "GET /".getBytes(UTF_8);
    private static final byte[] ANSWER = "an answer".getBytes(UTF_8);

    private final ClientConfig client =
            Peers.client().earlyData(EarlyDataUse.REPORT).build();
    private final ServerConfig server = Peers.server()
            .sessions(ServerSessions.with(RotatingTicketKeys.hourly(Duration.ofHours(1)))
                    .store(new RememberingStore())
                    .earlyData(1000)
                    .build())
            .build();

    @Test
    void isReadAndAnsweredBeforeTheClientHasFinished() throws Exception {
        visit();
        try (Pair pair = Pair.connect(client, server, 0)) {
            assertThat(pair.client().early().send(QUESTION, 0, QUESTION.length)).isEqualTo(QUESTION.length);
            byte[] got = new byte[QUESTION.length];
            assertThat(pair.server().early().read(got, 0, got.length)).isEqualTo(got.length);
            assertThat(got).isEqualTo(QUESTION);
            pair.server().early().answer(ANSWER, 0, ANSWER.length);
            Future<byte[]> read = async(() -> pair.client().input().readNBytes(ANSWER.length));
            assertThat(pair.server().early().input().readAllBytes()).isEmpty();
            assertThat(read.get()).isEqualTo(ANSWER);
            pair.server().handshake();
            assertThat(pair.client().info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            assertThat(pair.server().info().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            pair.client().output().write(QUESTION);
            assertThat(pair.server().input().readNBytes(QUESTION.length)).isEqualTo(QUESTION);
        }
    }

    @Test
    void isNeverReadAsOrdinaryData() throws Exception {
        visit();
        try (Pair pair = Pair.connect(client, server, 0)) {
            pair.client().early().send(QUESTION, 0, QUESTION.length);
            assertThatThrownBy(() -> pair.server().input().read())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("early");
            assertThat(pair.server().early().input().readNBytes(QUESTION.length))
                    .isEqualTo(QUESTION);
            Future<byte[]> rest = async(() -> pair.server().early().input().readAllBytes());
            pair.client().handshake();
            assertThat(rest.get()).isEmpty();
            pair.client().output().write(ANSWER);
            assertThat(pair.server().input().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
        }
    }

    @Test
    void hasNothingInAFirstConnection() throws Exception {
        try (Pair pair = Pair.connect(client, server, 0)) {
            assertThat(pair.client().early().send(QUESTION, 0, QUESTION.length)).isZero();
            Future<byte[]> none = async(() -> pair.server().early().input().readAllBytes());
            pair.client().handshake();
            assertThat(none.get()).isEmpty();
            pair.server().early().answer(ANSWER, 0, ANSWER.length);
            assertThat(pair.client().input().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
            assertThat(pair.client().early().send(QUESTION, 0, QUESTION.length)).isZero();
        }
    }

    @Test
    void passesThroughChannels() throws Exception {
        visit();
        try (Sockets blocking = Sockets.connect();
                java.nio.channels.ServerSocketChannel listener = java.nio.channels.ServerSocketChannel.open()) {
            assertThat(blocking.client().isConnected()).isTrue();
            listener.bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0));
            try (TlsChannel mine = TlsChannel.client(
                            client,
                            java.nio.channels.SocketChannel.open(listener.getLocalAddress()),
                            Runnable::run,
                            () -> {});
                    TlsChannel theirs = TlsChannel.server(server, listener.accept(), Runnable::run, () -> {})) {
                assertThat(mine.early().write(ByteBuffer.wrap(QUESTION))).isEqualTo(QUESTION.length);
                ByteBuffer got = ByteBuffer.allocate(100);
                while (got.position() < QUESTION.length)
                    assertThat(theirs.early().read(got)).isNotNegative();
                assertThat(got.flip()).isEqualTo(ByteBuffer.wrap(QUESTION));
                int count;
                while ((count = theirs.early().read(ByteBuffer.allocate(10))) == 0) mine.handshake();
                assertThat(count).isEqualTo(-1);
                while (!theirs.handshake()) mine.handshake();
                assertThat(theirs.info().orElseThrow().earlyData()).isEqualTo(EarlyDataOutcome.ACCEPTED);
            }
        }
    }

    /** A first connection, in which the client gets its tickets. */
    private void visit() throws Exception {
        try (Pair pair = Pair.connect(client, server, 0)) {
            Future<byte[]> none = async(() -> pair.server().early().input().readAllBytes());
            pair.client().handshake();
            none.get();
            pair.server().output().write(ANSWER);
            assertThat(pair.client().input().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
        }
    }
}
