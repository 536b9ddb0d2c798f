package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Both ends of a TCP connection on this machine.
 *
 * @param own ours
 * @param peer the other one
 */
record Loopback(Socket own, Socket peer) implements AutoCloseable {

    /** Connects; we are the TCP client where we are the TLS client. */
    static Loopback of(Role role) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
            Socket server = listener.accept();
            return role == Role.CLIENT ? new Loopback(client, server) : new Loopback(server, client);
        }
    }

    /** Closes both, from any thread: whoever reads or writes then fails. */
    @Override
    public void close() {
        close(own);
        close(peer);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed all the same.
        }
    }
}
