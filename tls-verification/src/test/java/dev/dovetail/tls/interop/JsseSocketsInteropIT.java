package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over real sockets: the JDK's SSLSocket at one end, a TlsStream at the other. */
class JsseSocketsInteropIT {

    private static final int LENGTH = 2_000_003;

    static Stream<ProtocolVersion> versions() {
        return Dovetail.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void ourClientTalksToTheJdksServer(ProtocolVersion version) throws IOException {
        try (SSLServerSocket listener = (SSLServerSocket) Jsse.context(own())
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout((int) Program.PATIENCE.toMillis());
            listener.setEnabledProtocols(new String[] {Jsse.name(version)});
            CompletableFuture<Void> echoing = background(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    echo(socket);
                }
            });
            try (TlsStream stream = Net.connect(Dovetail.client(Dovetail.selection()), listener.getLocalPort())) {
                byte[] data = data();
                stream.output().write(data);
                assertThat(Arrays.equals(stream.input().readNBytes(LENGTH), data))
                        .isTrue();
                assertThat(stream.info().version()).isEqualTo(version);

                stream.closeOutput();
                assertThat(stream.input().read()).isNegative();
                assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            }
            echoing.orTimeout(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theJdksClientTalksToOurServer(ProtocolVersion version) throws IOException {
        try (TlsListener listener = Net.listen(Dovetail.server(Dovetail.selection(), own()))) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            CompletableFuture<Void> asking = background(() -> {
                try (SSLSocket socket = (SSLSocket) Jsse.context()
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), OpenSsl.port(listener))) {
                    socket.setSoTimeout((int) Program.PATIENCE.toMillis());
                    socket.setEnabledProtocols(new String[] {Jsse.name(version)});
                    socket.getOutputStream().write(data());
                    answer.complete(socket.getInputStream().readNBytes(LENGTH));
                }
            });
            try (TlsStream stream = Net.accept(listener)) {
                byte[] received = stream.input().readNBytes(LENGTH);
                assertThat(Arrays.equals(received, data())).isTrue();
                stream.output().write(received);

                assertThat(Arrays.equals(
                                answer.orTimeout(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                        .join(),
                                data()))
                        .isTrue();
                assertThat(stream.info().version()).isEqualTo(version);
                assertThat(stream.input().read()).isNegative();
                assertThat(stream.ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            }
            // The JDK's close waits for our close_notify.
            asking.orTimeout(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> background(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    /** Sends back what comes, all of it at once, until the client has ended its side. */
    private static void echo(SSLSocket socket) throws IOException {
        socket.setSoTimeout((int) Program.PATIENCE.toMillis());
        socket.getOutputStream().write(socket.getInputStream().readNBytes(LENGTH));
        if (socket.getInputStream().read() >= 0) throw new IOException("more than was sent");
    }

    private static byte[] data() {
        byte[] data = new byte[LENGTH];
        new Random(1).nextBytes(data);
        return data;
    }

    private static Issued own() {
        return Pki.server(KeyKind.EC_P256);
    }
}
