package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A client of ours that comes again and again: all its connections share their sessions. */
final class Regular implements AutoCloseable {

    private final ClientSessions sessions = ClientSessions.inMemory();
    private final Selection selection;
    private final UnaryOperator<ClientConfig.Builder> choices;

    private Regular(Selection selection, UnaryOperator<ClientConfig.Builder> choices) {
        this.selection = selection;
        this.choices = choices;
    }

    /** A client with what it says here in all its connections. */
    Regular(UnaryOperator<ClientConfig.Builder> choices) {
        this(Dovetail.selection(), choices);
    }

    /** A client with these suites, groups and versions. */
    Regular(Selection selection) {
        this(selection, UnaryOperator.identity());
    }

    Regular() {
        this(Dovetail.selection());
    }

    /** What happens on a connection. */
    interface Talk {
        void over(TlsStream stream) throws IOException;
    }

    ClientSessions sessions() {
        return sessions;
    }

    ClientConfig.Builder config() {
        return choices.apply(Dovetail.client(selection).sessions(sessions).sessionParty(Pki.ROOT));
    }

    /** One connection, from its begin to its end. */
    Visit visit(int port, Talk talk) throws IOException {
        Witness witness = new Witness();
        try (TlsStream stream = Net.connect(config().observer(witness), port)) {
            stream.handshake();
            talk.over(stream);
            return new Visit(stream.info(), witness);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
