package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.util.List;

/** Two ends that have the algorithms of RFC 8998 and no others. */
final class Sm2Party {

    static final String NAME = "server.test";

    /** All parts are on this module's own class path, and nothing else is. */
    static final Selection SELECTION = Selection.modern(Catalog.discover())
            .suites("TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3")
            .groups("curveSM2")
            .signing("sm2sig_sm3")
            .verifying("sm2sig_sm3")
            .certificates("sm2sig_sm3");

    static final Authority ROOT = Authority.create("SM2 Root", KeyKind.SM2);

    private static final Issued SERVER = ROOT.issue(Request.server(NAME).key(KeyKind.SM2));
    private static final Issued CLIENT = ROOT.issue(Request.client("me").key(KeyKind.SM2));

    private Sm2Party() {}

    static PkixVerifier verifier() {
        return PkixVerifier.trusting(List.of(ROOT.certificate()));
    }

    static ClientConfig.Builder client() {
        return ClientConfig.of(SELECTION).serverName(NAME).verifier(verifier()).credential(credential(CLIENT));
    }

    static ServerConfig.Builder server() {
        return server(SERVER);
    }

    static ServerConfig.Builder server(Issued issued) {
        return ServerConfig.of(SELECTION).verifier(verifier()).credential(credential(issued));
    }

    static Credential credential(Issued issued) {
        return Credential.of(issued.chain(), issued.privateKey());
    }
}
