package dev.dovetail.tls.jsse;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.RecordSizing;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code javax.net.ssl} has no word for: which parts there are, what is on by default, and who watches. An immutable
 * value.
 *
 * @param catalog the parts; its usable suites are the supported ones
 * @param selection what is enabled unless an {@link javax.net.ssl.SSLParameters} says otherwise
 * @param observers called for each connection with our role: who watches it
 * @param keyLog where secrets are written
 * @param anonymousServersAccepted whether clients may offer the anonymous suites that they enable
 * @param clientSessions where clients keep what they may resume; empty: each context by itself
 * @param serverSessions how servers let clients resume; empty: by tickets under keys of each context
 * @param recordSizing how much data goes into a record; full ones unless said otherwise
 */
public record DovetailOptions(
        Catalog catalog,
        Selection selection,
        Optional<Function<Role, TlsObserver>> observers,
        Optional<Path> keyLog,
        boolean anonymousServersAccepted,
        Optional<ClientSessions> clientSessions,
        Optional<ServerSessions> serverSessions,
        RecordSizing recordSizing) {

    /** Refuses what is missing, now and not at the first connection. */
    public DovetailOptions {
        Objects.requireNonNull(catalog);
        Objects.requireNonNull(selection);
        Objects.requireNonNull(recordSizing);
    }

    /**
     * With all that a catalog has, and {@link Selection#modern} of it on.
     *
     * @param catalog the parts
     * @return the options
     */
    public static DovetailOptions of(Catalog catalog) {
        return of(catalog, Selection.modern(catalog));
    }

    /**
     * With all that a catalog has, and a selection of it on.
     *
     * @param catalog the parts
     * @param selection made from the same catalog
     * @return the options
     */
    public static DovetailOptions of(Catalog catalog, Selection selection) {
        return new DovetailOptions(
                catalog,
                selection,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                RecordSizing.full());
    }

    /**
     * Lets somebody watch every connection.
     *
     * @param perConnection makes an observer for each connection
     * @return new options
     */
    public DovetailOptions observedBy(Function<Role, TlsObserver> perConnection) {
        return new DovetailOptions(
                catalog,
                selection,
                Optional.of(perConnection),
                keyLog,
                anonymousServersAccepted,
                clientSessions,
                serverSessions,
                recordSizing);
    }

    /**
     * Writes every connection's secrets to a file in the format of NSS (RFC 9850). Whoever reads it can read the
     * connections.
     *
     * @param file appended to, made for its owner only
     * @return new options
     */
    public DovetailOptions insecureKeyLog(Path file) {
        return new DovetailOptions(
                catalog,
                selection,
                observers,
                Optional.of(file),
                anonymousServersAccepted,
                clientSessions,
                serverSessions,
                recordSizing);
    }

    /**
     * Has clients offer the anonymous suites that they enable, with which a server proves nothing.
     *
     * @return new options
     */
    public DovetailOptions insecureAnonymousServers() {
        return new DovetailOptions(
                catalog, selection, observers, keyLog, true, clientSessions, serverSessions, recordSizing);
    }

    /**
     * Has clients keep their sessions there: to bound or clear them, or to resume none with {@link ClientSessions#none()}.
     * No context resumes a session of another one, whose keys and trust are others.
     *
     * @param cache of all contexts; the caller closes it
     * @return new options
     */
    public DovetailOptions sessions(ClientSessions cache) {
        return new DovetailOptions(
                catalog,
                selection,
                observers,
                keyLog,
                anonymousServersAccepted,
                Optional.of(cache),
                serverSessions,
                recordSizing);
    }

    /**
     * Has servers let clients resume like that: with keys and a store that a fleet shares, or not at all with
     * {@link ServerSessions#none()}. Contexts that trust different clients, under authorities of the same names, need keys or
     * a {@link ServerSessions.Builder#scope} of their own. Early data is never taken: {@code javax.net.ssl} has no word for
     * it.
     *
     * @param how keys, store and settings, of all contexts; the time-out of a context may shorten the lifetime
     * @return new options
     */
    public DovetailOptions sessions(ServerSessions how) {
        return new DovetailOptions(
                catalog,
                selection,
                observers,
                keyLog,
                anonymousServersAccepted,
                clientSessions,
                Optional.of(how),
                recordSizing);
    }

    /**
     * Has clients and servers cut their data into records like that, for instance into small ones first with
     * {@link RecordSizing#smallFirst}: what they fill is read as soon as their packet is there. The peer's limit and
     * {@link javax.net.ssl.SSLParameters#setMaximumPacketSize} shorten what is longer.
     *
     * @param sizing of all connections
     * @return new options
     */
    public DovetailOptions recordSizing(RecordSizing sizing) {
        return new DovetailOptions(
                catalog,
                selection,
                observers,
                keyLog,
                anonymousServersAccepted,
                clientSessions,
                serverSessions,
                sizing);
    }
}
