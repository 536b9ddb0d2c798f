package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.session.Session;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a server makes a full handshake although the client brought a session. */
public final class ResumptionRules {

    private ResumptionRules() {}

    /**
     * The rules of both versions.
     *
     * @param session what the client brought
     * @param config who is asked
     * @param version what was negotiated
     * @param serverName the host that the client asks for now
     * @return the first reason, for a person; empty if nothing speaks against it
     */
    public static Optional<String> objection(
            Session session, ServerConfig config, ProtocolVersion version, Optional<String> serverName) {
        if (!session.version().equals(version)) return Optional.of("the session is of " + session.version());
        if (!session.fresh(config.sessions().now())) {
            return Optional.of("the session ended at " + session.expires() + ", or is from the future");
        }
        // RFC 6066 3: a session is not resumed under another name.
        if (!session.serverName().map(ResumptionRules::folded).equals(serverName.map(ResumptionRules::folded))) {
            return Optional.of("the session is for " + session.serverName().orElse("no name"));
        }
        if (!Arrays.equals(session.scope(), config.sessionScope())) {
            return Optional.of("the session is of another scope (ServerSessions.Builder.scope), or of another trust");
        }
        if (config.unknownNamesRefused() && serverName.isPresent() && !isNamed(config, serverName.get())) {
            return Optional.of("no credential is known to be for " + serverName.get());
        }
        if (session.peer().preSharedKey().isPresent() && config.preSharedKeys().isEmpty()) {
            return Optional.of("the client had a pre-shared key, and none are taken here");
        }
        if (config.clientAuthentication() == ClientAuthentication.REQUIRED
                && session.peer().chain().isEmpty()) {
            return Optional.of("the client had no certificate, and one is required");
        }
        return config.resumable().test(session.facts())
                ? Optional.empty()
                : Optional.of("the application has ended the session (ServerConfig.Builder.resumable)");
    }

    /** What a source of credentials would bring is not known yet. */
    private static boolean isNamed(ServerConfig config, String name) {
        return config.credentialSource().isEmpty()
                && config.credentials().stream().anyMatch(credential -> credential.names(name));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
