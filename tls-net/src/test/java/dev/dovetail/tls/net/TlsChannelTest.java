package dev.dovetail.tls.net;

import static dev.dovetail.tls.net.Peers.async;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.handshake.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsChannelTest {

    private static final int DATA = 2 << 20;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void echoesToTheJdksClientThroughSmallSocketBuffers(boolean direct) throws Exception {
        byte[] data = new byte[DATA];
        new Random(5).nextBytes(data);
        try (Wire wire = Wire.connect(Peers.SMALL_BUFFERS);
                EchoLoop loop = new EchoLoop(direct)) {
            TlsChannel server = TlsChannel.server(Peers.server().build(), wire.channel, Runnable::run, loop::wakeUp);
            Future<Ending> served = async(() -> loop.run(server));
            SSLSocket client =
                    (SSLSocket) Peers.jdk().getSocketFactory().createSocket(wire.socket, "localhost", 443, true);
            Future<byte[]> read = async(() -> client.getInputStream().readNBytes(DATA));
            client.getOutputStream().write(data);
            assertThat(read.get()).isEqualTo(data);
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(served.get()).isEqualTo(Ending.CLOSE_NOTIFY);
        }
    }

    @Test
    void handsSlowStepsToAnExecutor() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Wire wire = Wire.connect(0);
                EchoLoop loop = new EchoLoop(false)) {
            TlsChannel server =
                    TlsChannel.server(Peers.server().deferTasks().build(), wire.channel, executor, loop::wakeUp);
            Future<Ending> served = async(() -> loop.run(server));
            SSLSocket client =
                    (SSLSocket) Peers.jdk().getSocketFactory().createSocket(wire.socket, "localhost", 443, true);
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(client.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            client.close();
            assertThat(served.get()).isEqualTo(Ending.CLOSE_NOTIFY);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void speaksToTheJdksServerAsAClient() throws Exception {
        byte[] data = new byte[300_000];
        new Random(6).nextBytes(data);
        try (Wire wire = Wire.connect(0)) {
            SSLSocket server = (SSLSocket) Peers.jdk().getSocketFactory().createSocket(wire.socket, null, true);
            Future<byte[]> received = async(() -> {
                byte[] got = server.getInputStream().readAllBytes();
                server.getOutputStream().write(9);
                server.close();
                return got;
            });
            TlsChannel client = TlsChannel.client(Peers.client().build(), wire.channel, Runnable::run, () -> {});
            try (EchoLoop loop = new EchoLoop(false)) {
                loop.register(client);
                ByteBuffer source = ByteBuffer.wrap(data);
                loop.until(client, () -> {
                    client.write(source);
                    return !source.hasRemaining();
                });
                loop.until(client, client::closeOutput);
                ByteBuffer answer = ByteBuffer.allocate(100);
                loop.until(client, () -> {
                    int count = client.read(answer);
                    while (count > 0) count = client.read(answer);
                    return count < 0;
                });
                assertThat(answer.flip().remaining()).isEqualTo(1);
                loop.until(client, client::finish);
                client.close();
            }
            assertThat(received.get()).isEqualTo(data);
        }
    }

    @Test
    void tellsTruncation() throws Exception {
        try (Wire wire = Wire.connect(0);
                EchoLoop loop = new EchoLoop(false)) {
            TlsChannel server = TlsChannel.server(Peers.server().build(), wire.channel, Runnable::run, () -> {});
            Future<Ending> served = async(() -> loop.run(server));
            TlsStream client = TlsStream.client(Peers.client().build(), wire.socket);
            client.output().write(1);
            assertThat(client.input().read()).isEqualTo(1);
            wire.socket.shutdownOutput();
            assertThatThrownBy(served::get)
                    .hasCauseInstanceOf(TlsException.class)
                    .hasMessageContaining(Fault.TRUNCATED.name());
        }
    }

    @Test
    void tellsAPeerThatSendsGarbage() throws Exception {
        try (Wire wire = Wire.connect(Peers.SMALL_BUFFERS);
                EchoLoop loop = new EchoLoop(false)) {
            TlsChannel server = TlsChannel.server(Peers.server().build(), wire.channel, Runnable::run, () -> {});
            Future<Ending> served = async(() -> loop.run(server));
            byte[] garbage = new byte[200_000];
            garbage[0] = 99;
            wire.socket.getOutputStream().write(garbage);
            wire.socket.shutdownOutput();
            byte[] answer = wire.socket.getInputStream().readAllBytes();
            assertThat(answer).hasSize(7).startsWith(21, 3).endsWith(2, Alert.UNEXPECTED_MESSAGE.code());
            assertThatThrownBy(served::get).hasCauseInstanceOf(TlsException.class);
        }
    }

    /** A channel at one end, a socket at the other. */
    private record Wire(SocketChannel channel, Socket socket) implements AutoCloseable {

        static Wire connect(int buffers) throws IOException {
            try (ServerSocketChannel listener = ServerSocketChannel.open()) {
                if (buffers > 0) listener.setOption(StandardSocketOptions.SO_RCVBUF, buffers);
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket socket = new Socket();
                if (buffers > 0) socket.setReceiveBufferSize(buffers);
                socket.connect(listener.getLocalAddress());
                SocketChannel channel = listener.accept();
                if (buffers > 0) channel.setOption(StandardSocketOptions.SO_SNDBUF, buffers);
                return new Wire(channel, socket);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            socket.close();
        }
    }
}
