package dev.dovetail.tls.sessions.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.EarlyDataUse;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.session.ClientSessions;
import java.util.List;

/** What the servers of a fleet and their clients have in common: a name, an authority, and what they say. */
final class FleetPeers {

    static final byte[] QUESTION = "what time is it?".getBytes(US_ASCII);
    static final byte[] ANSWER = "late".getBytes(US_ASCII);
    static final Issued ISSUED;

    private static final Selection SELECTION = Selection.modern(Catalog.discover());
    private static final PkixVerifier VERIFIER;

    static {
        Authority authority = Authority.create("a fleet", KeyKind.EC_P256);
        ISSUED = authority.issue(Request.server("fleet.test").key(KeyKind.EC_P256));
        VERIFIER = PkixVerifier.trusting(List.of(authority.certificate()));
    }

    private FleetPeers() {}

    static Credential credential() {
        return Credential.of(ISSUED.chain(), ISSUED.privateKey());
    }

    static ServerConfig.Builder server(Credential credential) {
        return ServerConfig.of(SELECTION).credential(credential);
    }

    /** A client of one version that sends early data where it may, and reports what becomes of it. */
    static ClientConfig client(ProtocolVersion version, ClientSessions sessions) {
        return ClientConfig.of(SELECTION.versions(version, version))
                .serverName("fleet.test")
                .verifier(VERIFIER)
                .sessions(sessions)
                .earlyData(EarlyDataUse.REPORT)
                .build();
    }
}
