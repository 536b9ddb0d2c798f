package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.session.ClientSessionContext;
import dev.dovetail.tls.jsse.session.ServerSessionContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Makes the session contexts of an {@link javax.net.ssl.SSLContext}, as options and system properties say. */
final class SessionContexts {

    // Choice: the JDK's own default.
    private static final int DAY = 86_400;

    private SessionContexts() {}

    /** The number of sessions is the session context's to bound, their bytes the cache's. */
    static ClientSessionContext ofClients(DovetailOptions options, SystemSettings settings, SecureRandom random) {
        ClientSessions own =
                settings.clientsResume() ? ClientSessions.inMemory().servers(Integer.MAX_VALUE) : ClientSessions.none();
        return new ClientSessionContext(options.clientSessions().orElse(own), random, settings.sessionCacheSize(), DAY);
    }

    static ServerSessionContext ofServers(DovetailOptions options, SystemSettings settings, SecureRandom random) {
        int cacheSize = settings.sessionCacheSize();
        int timeout = settings.serverSessionTimeout().orElse(DAY);
        Optional<ServerSessions> given = settings.serversResume()
                ? options.serverSessions()
                : Optional.of(options.serverSessions().orElseGet(ServerSessions::none));
        return given.map(sessions -> ServerSessionContext.of(sessions, random, cacheSize, timeout))
                .orElseGet(() -> ServerSessionContext.ownKeys(
                        Duration.ofSeconds(settings.ticketKeyRotation()),
                        settings.tickets(),
                        random,
                        cacheSize,
                        timeout));
    }
}
