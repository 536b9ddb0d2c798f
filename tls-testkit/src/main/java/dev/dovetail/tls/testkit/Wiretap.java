package dev.dovetail.tls.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Stands at the other end of a loopback socket and sees bytes, whatever the end under test believes to have sent. */
public final class Wiretap {

    private static final int PATIENCE_MILLIS = 20_000;

    private Wiretap() {}

    /** A program with a socket. */
    @FunctionalInterface
    public interface End {

        /**
         * Talks over a connected socket until it is closed.
         *
         * @param socket connected; closed by the caller
         * @throws IOException as it comes: the wiretap hangs up in the middle
         */
        void use(Socket socket) throws IOException;
    }

    /**
     * Catches the first record that a client sends, and hangs up.
     *
     * @param client runs until its connection is gone
     * @return header and fragment, the caller's
     * @throws IOException if it sends none
     */
    public static byte[] firstRecordOf(End client) throws IOException {
        return withPeer(client, socket -> record(socket).orElseThrow(EOFException::new));
    }

    /**
     * Sends bytes to a server and catches the first record of its answer.
     *
     * @param server runs until its connection is gone
     * @param bytes what a client would send
     * @return header and fragment, the caller's; empty if the server hangs up without a word
     * @throws IOException if the socket fails
     */
    public static Optional<byte[]> answerOf(End server, byte[] bytes) throws IOException {
        return withPeer(server, socket -> {
            socket.getOutputStream().write(bytes);
            return record(socket);
        });
    }

    private interface Listening<T> {
        T at(Socket socket) throws IOException;
    }

    private static <T> T withPeer(End peer, Listening<T> listening) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket theirs = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket ours = listener.accept()) {
            ours.setSoTimeout(PATIENCE_MILLIS);
            theirs.setSoTimeout(PATIENCE_MILLIS);
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> run(peer, theirs));
            T heard = listening.at(ours);
            ours.close();
            end.join();
            return heard;
        }
    }

    private static void run(End peer, Socket socket) {
        try (socket) {
            peer.use(socket);
        } catch (IOException e) {
            // That the connection breaks is what the wiretap brings about.
        }
    }

    private static Optional<byte[]> record(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int first = in.read();
        if (first < 0) return Optional.empty();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(first);
        byte[] rest = in.readNBytes(WireRecord.HEADER - 1);
        if (rest.length < WireRecord.HEADER - 1) throw new EOFException("the connection ended within a record");
        record.write(rest);
        byte[] fragment = new byte[(rest[2] & 0xff) << 8 | rest[3] & 0xff];
        in.readFully(fragment);
        record.write(fragment);
        return Optional.of(record.toByteArray());
    }
}
