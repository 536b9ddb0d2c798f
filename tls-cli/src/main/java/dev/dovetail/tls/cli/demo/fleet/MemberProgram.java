package dev.dovetail.tls.cli.demo.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * One server of the demonstration, as a process of its own. It is told by lines on its standard input who it is and
 * where sessions are shared, so no secret stands in a list of processes; says by lines what happens; and ends with its
 * input, so it never outlives who started it.
 */
public final class MemberProgram {

    static final String GO = "go";
    static final String CLEAN = "clean";
    static final String LISTENING = "listening";
    static final String EVENT = "event";
    static final String FAILED = "failed: ";

    private MemberProgram() {}

    /**
     * Serves until its input ends.
     *
     * @param args none
     */
    public static void main(String[] args) {
        try {
            serve(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
        } catch (IOException | RuntimeException | LinkageError e) {
            System.out.println(FAILED + e.getMessage());
        }
        // Threads of a client of Redis may go on for a while; nobody waits for them.
        System.exit(0);
    }

    private static void serve(BufferedReader in) throws IOException {
        Map<String, String> told = told(in);
        PrintStream out = System.out;
        try (MemberSessions sessions = MemberSessions.of(told, event -> out.println(EVENT + " " + event))) {
            ServerConfig config = ServerConfig.of(Selection.modern(Catalog.discover()))
                    .credential(Credential.pem(decoded(told, "chain"), decoded(told, "key")))
                    .sessions(sessions.settings())
                    .build();
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (TlsListener listener = TlsListener.bind(config, here)) {
                start(() -> serveAll(listener));
                out.println(LISTENING + " " + listener.address().getPort());
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.equals(CLEAN)) sessions.clean();
                }
            }
        }
    }

    private static Map<String, String> told(BufferedReader in) throws IOException {
        Map<String, String> told = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.equals(GO); line = in.readLine()) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2) told.put(parts[0], parts[1]);
        }
        return told;
    }

    private static String decoded(Map<String, String> told, String name) {
        return new String(Base64.getDecoder().decode(told.getOrDefault(name, "")), UTF_8);
    }

    private static void serveAll(TlsListener listener) {
        while (true) {
            try {
                TlsStream stream = listener.accept();
                start(() -> serve(stream));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(TlsStream stream) {
        try (stream) {
            byte[] early = stream.early().input().readAllBytes();
            if (early.length == 0) early = stream.input().readNBytes(Parties.QUESTION.length);
            if (early.length == Parties.QUESTION.length) stream.output().write(Parties.ANSWER);
        } catch (IOException | RuntimeException e) {
            // The client sees that it failed, and counts it.
            System.out.println(EVENT + " a connection failed: " + e.getMessage());
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "server");
        thread.setDaemon(true);
        thread.start();
    }
}
