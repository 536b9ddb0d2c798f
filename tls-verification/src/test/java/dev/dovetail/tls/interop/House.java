package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.session.RotatingTicketKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.net.TlsListener;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A server of ours to which clients come again and again: all its connections share keys and store. */
final class House implements AutoCloseable {

    private static final int MOST_EARLY_DATA = 20_000;

    private final ServerSocket door;
    private final MemoryStore store = new MemoryStore();
    private final RotatingTicketKeys keys = RotatingTicketKeys.hourly(Duration.ofHours(8));
    private ServerSessions sessions = ServerSessions.with(keys).build();
    private Selection selection = Dovetail.selection();
    private KeyKind kind = KeyKind.EC_P256;
    private UnaryOperator<ServerConfig.Builder> choices = UnaryOperator.identity();

    House() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        door.setSoTimeout((int) Program.PATIENCE.toMillis());
    }

    /** What the server does from now on. */
    House with(UnaryOperator<ServerConfig.Builder> what) {
        choices = what;
        return this;
    }

    /** What is enabled from now on. */
    House selecting(Selection what) {
        selection = what;
        return this;
    }

    /** Which certificate is shown from now on. */
    House showing(KeyKind what) {
        kind = what;
        return this;
    }

    /** How clients resume from now on. */
    House sessions(UnaryOperator<ServerSessions.Builder> how) {
        sessions = how.apply(ServerSessions.with(keys)).build();
        return this;
    }

    /** Keeps sessions in the store from now on. */
    House keeping() {
        return sessions(how -> how.store(store));
    }

    /** Takes early data from now on. */
    House takingEarlyData() {
        return sessions(how -> how.store(store).earlyData(MOST_EARLY_DATA));
    }

    MemoryStore store() {
        return store;
    }

    int port() {
        return door.getLocalPort();
    }

    ServerConfig.Builder config() {
        return choices.apply(Dovetail.server(selection, Pki.server(kind)).sessions(sessions));
    }

    /** Waits for a client and serves one connection; its end is the client's, or comes with this. */
    Visit serve(Regular.Talk talk) throws IOException {
        Witness witness = new Witness();
        TlsListener listener = TlsListener.over(config().observer(witness).build(), door);
        try (TlsStream stream = Net.accept(listener)) {
            talk.over(stream);
            return new Visit(stream.info(), witness);
        }
    }

    /** Waits for a client, and leaves all else to the caller. */
    Wire accept() throws IOException {
        return Wire.over(DovetailEnd.server(config()), door.accept());
    }

    @Override
    public void close() throws IOException {
        door.close();
        keys.close();
        store.close();
    }
}
