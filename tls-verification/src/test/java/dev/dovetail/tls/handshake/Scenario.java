package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.SeededRandom;

/** The courses that a handshake can take. Each plays the same bytes in every run: randomness is seeded, Ed25519 needs none. */
enum Scenario {
    TLS13(ProtocolVersion.TLS_1_3),
    TLS13_CLIENT_AUTHENTICATION(ProtocolVersion.TLS_1_3),
    TLS13_EMPTY_CLIENT_CERTIFICATE(ProtocolVersion.TLS_1_3),
    TLS13_RETRY(ProtocolVersion.TLS_1_3),
    TLS13_RETRY_WITH_COOKIE(ProtocolVersion.TLS_1_3),
    TLS13_DEFERRED(ProtocolVersion.TLS_1_3),
    TLS12(ProtocolVersion.TLS_1_2),
    TLS12_CLIENT_AUTHENTICATION(ProtocolVersion.TLS_1_2),
    TLS12_EMPTY_CLIENT_CERTIFICATE(ProtocolVersion.TLS_1_2),
    TLS12_RSA_CBC(ProtocolVersion.TLS_1_2),
    TLS12_DEFERRED(ProtocolVersion.TLS_1_2);

    private static final Credential ED25519 = TestBed.server(KeyKind.ED25519);
    private static final Credential RSA = TestBed.server(KeyKind.RSA_2048);
    private static final Credential CLIENT =
            TestBed.PAIR.issue(Request.client("a client").key(KeyKind.ED25519));

    private final ProtocolVersion version;

    Scenario(ProtocolVersion version) {
        this.version = version;
    }

    ProtocolVersion version() {
        return version;
    }

    boolean tls13() {
        return version.equals(ProtocolVersion.TLS_1_3);
    }

    boolean retries() {
        return this == TLS13_RETRY || this == TLS13_RETRY_WITH_COOKIE;
    }

    boolean asksForCertificate() {
        return name().contains("CLIENT");
    }

    boolean authenticatesClient() {
        return name().endsWith("CLIENT_AUTHENTICATION");
    }

    ClientConfig.Builder client() {
        ClientConfig.Builder client = ClientConfig.of(selection())
                .serverName(Pairing.SERVER_NAME)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .random(new SeededRandom(1));
        if (authenticatesClient()) client.credential(CLIENT);
        if (name().endsWith("DEFERRED")) client.deferTasks();
        return client;
    }

    ServerConfig.Builder server() {
        Selection selection = retries() ? selection().groups("secp384r1") : selection();
        ServerConfig.Builder server = ServerConfig.of(selection)
                .credential(this == TLS12_RSA_CBC ? RSA : ED25519)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .random(new SeededRandom(2));
        if (asksForCertificate()) server.clientAuthentication(ClientAuthentication.REQUESTED);
        if (this == TLS13_RETRY_WITH_COOKIE) server.retryCookie();
        if (name().endsWith("DEFERRED")) server.deferTasks();
        return server;
    }

    Loopback loopback() {
        return Loopback.between(client(), server());
    }

    private Selection selection() {
        Selection selection = TestBed.only(TestBed.PAIR.selection(), version);
        if (retries()) return selection.groups("x25519", "secp384r1");
        return this == TLS12_RSA_CBC ? selection.suites("TLS_RSA_WITH_AES_128_CBC_SHA") : selection.groups("x25519");
    }
}
