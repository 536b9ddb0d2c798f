package dev.dovetail.tls.cli.demo.fleet;

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
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.session.ClientSessions;
import java.util.List;

/** Who the servers are, and whom their client trusts: an authority that lives as long as the program. */
final class Parties {

    static final String HOST = "localhost";

    /** What the client asks in early data, so asking it twice does no harm; and the answer. */
    static final byte[] QUESTION = "GET /time\n".getBytes(US_ASCII);

    static final byte[] ANSWER = "soon\n".getBytes(US_ASCII);

    private final Selection selection = Selection.modern(Catalog.discover());
    private final Authority authority = Authority.create("Dovetail demo", KeyKind.EC_P256);
    private final PkixVerifier verifier = PkixVerifier.trusting(List.of(authority.certificate()));

    /** One chain for all servers, as behind a load balancer. */
    Issued issue() {
        return authority.issue(Request.server(HOST).key(KeyKind.EC_P256));
    }

    /** A client of one version. Ports are not told apart: all are one server to it. */
    ClientConfig client(ProtocolVersion version, ClientSessions sessions) {
        return ClientConfig.of(selection.versions(version, version))
                .serverName(HOST)
                .verifier(verifier)
                .sessions(sessions)
                .earlyData(EarlyDataUse.REPORT)
                .build();
    }
}
