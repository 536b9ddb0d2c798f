package org.example.iot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.net.TlsStream;
import dev.dovetail.tls.testkit.Offer;
import dev.dovetail.tls.testkit.WireRecord;
import dev.dovetail.tls.testkit.Wiretap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The composition seen from outside: what its client offers and what its server takes, by the bytes on a socket. */
class OnTheWireTest {

    private static final int PSK_WITH_AES_128_CCM = 0xc0a4;
    private static final int PSK_WITH_AES_256_CCM = 0xc0a5;
    private static final int PSK_WITH_AES_128_CCM_8 = 0xc0a8;
    private static final int PSK_WITH_AES_256_CCM_8 = 0xc0a9;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;

    @Test
    void offersTheFourSuitesAndNothingElse() throws IOException {
        Offer offer = Offer.of(hello());

        assertThat(offer.suites())
                .containsExactlyInAnyOrder(
                        PSK_WITH_AES_128_CCM, PSK_WITH_AES_256_CCM, PSK_WITH_AES_128_CCM_8, PSK_WITH_AES_256_CCM_8);
        assertThat(offer.versions()).as("TLS 1.2 needs no such extension").isEmpty();
        assertThat(offer.groups()).isEmpty();
        assertThat(offer.keyShares()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {PSK_WITH_AES_128_CCM, PSK_WITH_AES_256_CCM, PSK_WITH_AES_128_CCM_8, PSK_WITH_AES_256_CCM_8})
    void theServerAcceptsEachOfThem(int suite) throws IOException {
        byte[] answer = answer(Offer.with(hello(), suite));

        assertThat(WireRecord.contentType(answer)).isEqualTo(HANDSHAKE);
        assertThat(answer[WireRecord.HEADER]).isEqualTo((byte) SERVER_HELLO);
    }

    @Test
    void theServerRefusesAllOthersTogether() throws IOException {
        int[] others = IntStream.range(0xc000, 0xd100)
                .filter(number -> number < PSK_WITH_AES_128_CCM || number > PSK_WITH_AES_256_CCM)
                .filter(number -> number < PSK_WITH_AES_128_CCM_8 || number > PSK_WITH_AES_256_CCM_8)
                .toArray();

        assertThat(answer(Offer.with(hello(), others))).isEqualTo(WireRecord.of(21, new byte[] {
            2, (byte) Alert.HANDSHAKE_FAILURE.code()
        }));
    }

    @Test
    void theDeviceAndTheStationUnderstandEachOther() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PreSharedKey device = key();
                PreSharedKey station = key()) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serveOnce(listener, station));
            try (Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort());
                    TlsStream connection = TlsStream.client(Device.client(device), socket)) {
                connection.output().write(7);
                connection.closeOutput();
                assertThat(connection.input().readAllBytes()).containsExactly(7);
                assertThat(connection.info().suite().toString()).startsWith("TLS_PSK_WITH_AES_");
            }
            served.join();
        }
    }

    private static void serveOnce(ServerSocket listener, PreSharedKey key) {
        try (Socket socket = listener.accept();
                TlsStream connection = TlsStream.server(Device.station(key), socket)) {
            connection.output().write(connection.input().readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hello() throws IOException {
        try (PreSharedKey key = key()) {
            return Wiretap.firstRecordOf(
                    socket -> TlsStream.client(Device.client(key), socket).handshake());
        }
    }

    private static byte[] answer(byte[] hello) throws IOException {
        try (PreSharedKey key = key()) {
            return Wiretap.answerOf(
                            socket -> TlsStream.server(Device.station(key), socket)
                                    .handshake(),
                            hello)
                    .orElseThrow();
        }
    }

    private static PreSharedKey key() {
        return PreSharedKey.of("device 7", new byte[16]);
    }
}
