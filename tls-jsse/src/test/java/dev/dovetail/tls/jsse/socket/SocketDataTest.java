package dev.dovetail.tls.jsse.socket;

import static dev.dovetail.tls.jsse.socket.Ends.async;
import static dev.dovetail.tls.jsse.socket.Ends.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SocketDataTest {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void carriesDataBothWaysAtOnce(Stack client, Stack server, String version) throws Exception {
        byte[] up = random(MEGABYTE, 1);
        byte[] down = random(MEGABYTE, 2);
        try (Ends ends = Ends.connect(client, server, version)) {
            CompletableFuture<byte[]> atServer =
                    async(() -> ends.server().getInputStream().readNBytes(up.length));
            CompletableFuture<byte[]> atClient =
                    async(() -> ends.client().getInputStream().readNBytes(down.length));
            CompletableFuture<Boolean> writing = async(() -> {
                ends.server().getOutputStream().write(down);
                return true;
            });
            ends.client().getOutputStream().write(up);

            assertThat(get(writing)).isTrue();
            assertThat(get(atServer)).isEqualTo(up);
            assertThat(get(atClient)).isEqualTo(down);
            assertThat(ends.client().getSession().getProtocol()).isEqualTo(version);
            assertThat(ends.server().getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dovetail.tls.jsse.socket.Ends#all")
    void agreesOnOneSession(Stack client, Stack server, String version) throws Exception {
        try (Ends ends = Ends.connect(client, server, version).handshake()) {
            SSLSession atClient = ends.client().getSession();
            SSLSession atServer = ends.server().getSession();
            assertThat(atClient.getCipherSuite()).isEqualTo(atServer.getCipherSuite());
            assertThat(atClient.isValid()).isTrue();
            assertThat(atServer.isValid()).isTrue();
            assertThat(atClient.getPeerHost()).isEqualTo("localhost");
            assertThat(atClient.getPeerCertificates()).isEqualTo(atServer.getLocalCertificates());
        }
    }

    @Test
    void tellsHowMuchIsDecryptedAndSkipsIt() throws Exception {
        try (Ends ends = Ends.connect(Ends.TLS_1_3).handshake()) {
            InputStream in = ends.client().getInputStream();
            assertThat(in.available()).isZero();
            ends.server().getOutputStream().write(random(100, 3));
            assertThat(in.read()).isEqualTo(random(100, 3)[0] & 0xff);
            assertThat(in.available()).isEqualTo(99);
            assertThat(in.skip(0)).isZero();
            assertThat(in.skip(-1)).isZero();
            assertThat(in.skip(98)).isEqualTo(98);
            assertThat(in.available()).isOne();
            assertThat(in.read()).isEqualTo(random(100, 3)[99] & 0xff);

            ends.server().getOutputStream().write(random(50, 4));
            ends.server().close();
            assertThat(in.skip(1000)).isEqualTo(50);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void readsAndWritesOfNothingDoNothing() throws Exception {
        try (Ends ends = Ends.connect(Ends.TLS_1_3)) {
            assertThat(ends.client().getInputStream().read(new byte[0])).isZero();
            ends.client().getOutputStream().write(new byte[0]);
            ends.client().getOutputStream().flush();
            assertThat(((DovetailSocket) ends.client()).info()).isEmpty();
        }
    }

    static byte[] random(int length, long seed) {
        byte[] data = new byte[length];
        new Random(seed).nextBytes(data);
        return data;
    }
}
