package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.Verdict;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.jsse.session.ClientSessionContext;
import dev.dovetail.tls.jsse.session.ServerSessionContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a connection may resume, and which connections may resume its own.
 *
 * @param context what is shared
 * @param parameters what this connection was told
 */
record Resumption(TlsContext context, ConnectionParameters parameters) {

    private static final String NOT_ALLOWED = "no new session may be made (setEnableSessionCreation)";

    /** Full handshakes are refused by those whom each of them asks. */
    private record Refusing() implements PeerVerifier {

        @Override
        public CompletionStage<Verdict> verify(PeerCertificates peer) {
            return CompletableFuture.completedFuture(
                    Verdict.refused(Fault.CONFIGURATION, NOT_ALLOWED + ", and the server resumes none"));
        }
    }

    /** As with the JDK, only who names a host resumes: what else could tell servers apart. */
    void client(ClientConfig.Builder builder, @Nullable String host, int port, List<String> hosts) {
        if (!parameters.sessionCreation()) builder.verifier(new Refusing());
        if (host == null) {
            builder.sessions(ClientSessions.none());
            return;
        }
        builder.sessions(context.clientSessions().cache())
                .sessionHost(host)
                .serverPort(Math.min(Math.max(port, 0), 0xffff))
                .sessionParty(context.party(parameters, hosts));
    }

    /** Forgets what is over, and insists on a session where no new one may be made. */
    ClientConfig checked(ClientConfig config) throws SSLException {
        ClientSessionContext sessions = context.clientSessions();
        boolean there = config.sessionScope().filter(sessions::refresh).isPresent();
        if (!there && !parameters.sessionCreation()) {
            throw new SSLHandshakeException("No existing session to resume, and " + NOT_ALLOWED);
        }
        return config;
    }

    void server(ServerConfig.Builder builder) {
        ServerSessionContext sessions = context.serverSessions();
        if (parameters.clientAuthentication() == ClientAuthentication.NONE) {
            builder.sessions(sessions.sessions("")).resumable(sessions::resumable);
        } else if (parameters.constraints().isPresent()
                || parameters.identification().isPresent()) {
            // What they would say of a client that came to another connection can't be written into a ticket; the JDK's
            // trust managers compare clients with the peer's host too.
            builder.sessions(ServerSessions.none());
        } else {
            Instant since = sessions.trustedSince(context.managers().trustNow());
            builder.sessions(sessions.sessions(clientsPart()))
                    .resumable(session ->
                            sessions.resumable(session) && session.established().isAfter(since));
        }
        if (!parameters.sessionCreation()) {
            builder.credentials(request -> CompletableFuture.failedFuture(
                    Fault.CONFIGURATION.because("the client resumes no session of ours, and " + NOT_ALLOWED)));
        }
    }

    /** Without what goes round those who refuse a full handshake: suites that show no certificate. */
    Selection selection(Selection all) {
        if (parameters.sessionCreation()) return all;
        return all.suites(all.suites().stream()
                .map(suite -> suite.suite())
                .filter(suite -> suite.authentication().certificate())
                .map(suite -> suite.name())
                .toArray(String[]::new));
    }

    /** The schemes by which a client's certificates are judged; the authorities are the core's part. */
    private String clientsPart() {
        return context.wish(parameters)
                .schemes()
                .map(names -> String.join(",", names))
                .orElse("any");
    }
}
