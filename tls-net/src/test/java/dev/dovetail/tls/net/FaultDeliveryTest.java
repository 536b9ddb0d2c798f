package dev.dovetail.tls.net;

import static dev.dovetail.tls.net.Peers.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.net.Peers.Pair;
import dev.dovetail.tls.net.Peers.Sockets;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultDeliveryTest {

    @Test
    void tellsTheJdksClientWhyItIsRefused() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream server =
                    TlsStream.server(Peers.server(ProtocolVersion.TLS_1_3).build(), sockets.server());
            SSLSocket client =
                    (SSLSocket) Peers.jdk().getSocketFactory().createSocket(sockets.client(), "localhost", 443, true);
            client.setEnabledProtocols(new String[] {"TLSv1.2"});
            Future<TlsException> refused = async(() -> catchThrowableOfType(TlsException.class, server::handshake));

            assertThatThrownBy(client::startHandshake)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("protocol_version");
            assertThat(refused.get().fault().fault()).isEqualTo(Fault.NO_COMMON_VERSION);
            assertThat(sockets.server().isClosed()).isTrue();
        }
    }

    @Test
    void tellsAPeerThatSendsGarbageAndWritesMuchBeforeItReads() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream server = TlsStream.server(Peers.server().build(), sockets.server());
            Future<TlsException> refused = async(() -> catchThrowableOfType(TlsException.class, server::handshake));
            byte[] garbage = new byte[1 << 20];
            new Random(1).nextBytes(garbage);
            garbage[0] = 99;
            sockets.client().getOutputStream().write(garbage);

            // Unread garbage at the server's end must not make TCP reset the connection before the alert is read.
            byte[] answer = sockets.client().getInputStream().readAllBytes();
            assertThat(answer).hasSize(7).startsWith(21, 3);
            assertThat(answer[5]).isEqualTo((byte) 2);
            assertThat(answer[6]).isEqualTo((byte) Alert.UNEXPECTED_MESSAGE.code());
            assertThat(refused.get().fault().fault()).isEqualTo(Fault.RECORD_TYPE_UNKNOWN);
        }
    }

    @Test
    void saysThatAPeerSpeaksPlainText() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream server = TlsStream.server(Peers.server().build(), sockets.server());
            sockets.client().getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            sockets.client().shutdownOutput();
            assertThatThrownBy(server::handshake)
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("plain text");
        }
    }

    @Test
    void tellsTheServerOfItsBadCertificate() throws Exception {
        var nobody = Peers.client()
                .verifier(peer -> CompletableFuture.completedFuture(
                        Verdict.refused(Fault.CERTIFICATE_REJECTED, "nobody is let in")));
        try (Pair pair = Pair.connect(nobody.build(), Peers.server().build(), 0)) {
            Future<TlsException> told = async(() -> catchThrowableOfType(
                    TlsException.class, () -> pair.server().input().read()));
            assertThatThrownBy(() -> pair.client().handshake())
                    .isInstanceOfSatisfying(
                            TlsException.class,
                            e -> assertThat(e.fault().fault()).isEqualTo(Fault.CERTIFICATE_REJECTED));
            assertThat(told.get().fault().fault()).isEqualTo(Fault.ALERT_RECEIVED);
            assertThat(told.get().fault().alert()).isEqualTo(Alert.CERTIFICATE_UNKNOWN);
        }
    }

    @Test
    void aWriterLearnsWhyThePeerEnded() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream client = TlsStream.client(Peers.client().build(), sockets.client());
            TlsStream server = TlsStream.server(Peers.server().build(), sockets.server());
            try (Pair pair = new Pair(client, server).handshake()) {
                // A record that does not open ends the server with an alert; the client only ever writes.
                sockets.client().getOutputStream().write(new byte[] {23, 3, 3, 0, 30, 1, 2, 3});
                Future<TlsException> refused = async(() -> catchThrowableOfType(
                        TlsException.class, () -> pair.server().input().read()));
                TlsException told = catchThrowableOfType(TlsException.class, () -> {
                    while (true) pair.client().output().write(new byte[1000]);
                });
                assertThat(refused.get().fault().fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC);
                assertThat(told.fault().fault()).isEqualTo(Fault.ALERT_RECEIVED);
                assertThat(told.fault().alert()).isEqualTo(Alert.BAD_RECORD_MAC);
            }
        }
    }

    @Test
    void understandsAPeerThatSendsByteByByte() throws Exception {
        try (Sockets slow = Sockets.connect();
                Sockets far = Sockets.connect()) {
            TlsStream client = TlsStream.client(Peers.client().build(), slow.client());
            TlsStream server = TlsStream.server(Peers.server().build(), far.server());
            async(() -> trickle(slow.server().getInputStream(), far.client().getOutputStream()));
            async(() -> trickle(far.client().getInputStream(), slow.server().getOutputStream()));
            try (Pair pair = new Pair(client, server).handshake()) {
                pair.client().output().write(new byte[5000]);
                assertThat(pair.server().input().readNBytes(5000)).hasSize(5000);
                pair.server().output().write(new byte[20_000]);
                assertThat(pair.client().input().readNBytes(20_000)).hasSize(20_000);
            }
            assertThat(client.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    @Test
    void boundsAHandshakeHoweverSlowlyThePeerSends() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream server =
                    TlsStream.server(Peers.server().build(), sockets.server()).handshakeTimeout(Duration.ofMillis(300));
            CountDownLatch over = new CountDownLatch(1);
            // The header of a long ClientHello, then a byte now and then, each of which would restart a mere read
            // time-out.
            Future<Boolean> sender = async(() -> {
                OutputStream out = sockets.client().getOutputStream();
                out.write(new byte[] {22, 3, 1, 0x3f, 0, 1, 0, 0x3e, (byte) 0xfc, 3, 3});
                while (!over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) out.write(0);
                return true;
            });
            assertThatThrownBy(server::handshake).isInstanceOf(SocketTimeoutException.class);
            over.countDown();
            assertThat(sockets.server().isClosed()).isTrue();
            assertThat(server.failure().orElseThrow().fault()).isEqualTo(Fault.CANCELLED);
            assertThat(sender).satisfies(Future::isDone);
        }
    }

    @Test
    void tellsThePeerThatAHandshakeWasCalledOff() throws Exception {
        try (Sockets sockets = Sockets.connect()) {
            TlsStream client = TlsStream.client(Peers.client().build(), sockets.client());
            Future<Throwable> calledOff = async(() -> catchThrowableOfType(Exception.class, client::handshake));
            InputStream wire = sockets.server().getInputStream();
            assertThat(wire.read()).isEqualTo(22);
            client.close();
            byte[] rest = wire.readAllBytes();
            assertThat(rest[rest.length - 8]).isEqualTo((byte) Alert.USER_CANCELED.code());
            assertThat(rest[rest.length - 1]).isEqualTo((byte) Alert.CLOSE_NOTIFY.code());
            assertThat(calledOff.get()).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void waitsForAVerifierThatAnswersLater() throws Exception {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        var later = Peers.client().verifier(peer -> {
            asked.countDown();
            return verdict;
        });
        try (Pair pair = Pair.connect(later.build(), Peers.server().build(), 0)) {
            Future<Boolean> answering = async(() -> {
                asked.await();
                return verdict.complete(Verdict.accepted());
            });
            pair.handshake();
            assertThat(answering.get()).isTrue();
        }
    }

    @Test
    void runsDeferredTasksItself() throws Exception {
        try (Pair pair = Pair.connect(
                        Peers.client().deferTasks().build(),
                        Peers.server().deferTasks().build(),
                        0)
                .handshake()) {
            pair.client().output().write(7);
            assertThat(pair.server().input().read()).isEqualTo(7);
        }
    }

    @Test
    void verifiesTheHost() throws Exception {
        var other = Peers.client().serverName("elsewhere.example");
        try (Pair pair = Pair.connect(other.build(), Peers.server().build(), 0)) {
            async(() -> pair.server().input().read());
            assertThatThrownBy(() -> pair.client().handshake())
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("elsewhere.example");
        }
    }

    private static boolean trickle(InputStream in, OutputStream out) throws Exception {
        for (int octet; (octet = in.read()) >= 0; ) out.write(octet);
        return true;
    }
}
