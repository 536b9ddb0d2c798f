package dev.dovetail.tls.interop;

import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Our clients and servers over real sockets. */
final class Net {

    private Net() {}

    /** Connects to a server on this machine. Nothing waits longer than {@link Program#PATIENCE}. */
    static TlsStream connect(ClientConfig.Builder config, int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        return TlsStream.client(config.build(), socket)
                .handshakeTimeout(Program.PATIENCE)
                .readTimeout(Program.PATIENCE);
    }

    /** Listens on a free port of the loopback address. */
    static TlsListener listen(ServerConfig.Builder config) throws IOException {
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        socket.setSoTimeout((int) Program.PATIENCE.toMillis());
        return TlsListener.over(config.build(), socket);
    }

    /** Waits for a client and shakes hands. */
    static TlsStream accept(TlsListener listener) throws IOException {
        TlsStream stream = listener.accept().handshakeTimeout(Program.PATIENCE).readTimeout(Program.PATIENCE);
        try {
            stream.handshake();
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** Sends one line. */
    static void send(TlsStream stream, String line) throws IOException {
        stream.output().write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits for so many bytes, fewer only if the peer ends before. */
    static String receive(TlsStream stream, int length) throws IOException {
        return new String(stream.input().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** A line without its end that means nothing to any program: digits, always others. */
    static String line(int length) {
        StringBuilder line = new StringBuilder();
        while (line.length() < length) line.append(ThreadLocalRandom.current().nextInt(10));
        return line.toString();
    }
}
