package dev.dovetail.tls.testkit.sample;

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
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;

/** A client and a server that have nothing but the samples. */
final class SamplePair {

    static final Catalog CATALOG = Catalog.discover();

    // Self-signed, since there is no identifier by which a certificate could name the sample's signature.
    private static final Issued SERVER =
            Authority.selfSigned(Request.server(Pairing.SERVER_NAME).key(KeyKind.ED25519));

    private SamplePair() {}

    static Selection selection(String suite) {
        return Selection.modern(CATALOG)
                .suites(suite)
                .groups("sample_x25519")
                .signing("sample_ed25519")
                .verifying("sample_ed25519")
                .extensions("sample_greeting");
    }

    static ClientConfig.Builder client(Selection selection) {
        return ClientConfig.of(selection)
                .serverName(Pairing.SERVER_NAME)
                .verifier(PkixVerifier.trusting(List.of(SERVER.certificate())));
    }

    static ServerConfig.Builder server(Selection selection) {
        return ServerConfig.of(selection).credential(Credential.of(SERVER.chain(), SERVER.privateKey()));
    }

    static Loopback loopback() {
        Selection selection = selection("SAMPLE_CTR_HMAC_SAMPLE256");
        return Loopback.between(client(selection), server(selection));
    }

    /** Both ends leave slow steps to their caller. */
    static Loopback deferred() {
        Selection selection = selection("SAMPLE_CTR_HMAC_SAMPLE256");
        return Loopback.between(
                client(selection).deferTasks(), server(selection).deferTasks());
    }
}
