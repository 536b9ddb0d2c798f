package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.SeededRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The courses that a handshake can take. Each plays the same bytes in every run: randomness is seeded, Ed25519 needs none. */
enum Scenario {
    TLS13(ProtocolVersion.TLS_1_3),
    TLS13_CLIENT_AUTHENTICATION(ProtocolVersion.TLS_1_3),
    TLS13_EMPTY_CLIENT_CERTIFICATE(ProtocolVersion.TLS_1_3),
    TLS13_RETRY(ProtocolVersion.TLS_1_3),
    TLS13_RETRY_WITH_COOKIE(ProtocolVersion.TLS_1_3),
    TLS13_DEFERRED(ProtocolVersion.TLS_1_3),
    TLS13_PSK(ProtocolVersion.TLS_1_3),
    TLS13_PSK_RETRY(ProtocolVersion.TLS_1_3),
    TLS13_PSK_ALONE(ProtocolVersion.TLS_1_3),
    TLS13_PSK_DEFERRED(ProtocolVersion.TLS_1_3),
    TLS13_TICKETS(ProtocolVersion.TLS_1_3),
    TLS13_RESUMED(ProtocolVersion.TLS_1_3),
    TLS13_RESUMED_DEFERRED(ProtocolVersion.TLS_1_3),
    TLS13_RESUMED_EARLY_DATA(ProtocolVersion.TLS_1_3),
    TLS12(ProtocolVersion.TLS_1_2),
    TLS12_CLIENT_AUTHENTICATION(ProtocolVersion.TLS_1_2),
    TLS12_EMPTY_CLIENT_CERTIFICATE(ProtocolVersion.TLS_1_2),
    TLS12_RSA_CBC(ProtocolVersion.TLS_1_2),
    TLS12_DEFERRED(ProtocolVersion.TLS_1_2),
    TLS12_PSK(ProtocolVersion.TLS_1_2),
    TLS12_ECDHE_PSK_DEFERRED(ProtocolVersion.TLS_1_2),
    TLS12_RSA_PSK(ProtocolVersion.TLS_1_2),
    TLS12_TICKET(ProtocolVersion.TLS_1_2),
    TLS12_RESUMED(ProtocolVersion.TLS_1_2),
    TLS12_RESUMED_CBC(ProtocolVersion.TLS_1_2);

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
        return name().contains("RETRY");
    }

    boolean resumes() {
        return name().contains("RESUMED");
    }

    boolean early() {
        return name().endsWith("EARLY_DATA");
    }

    boolean asksForCertificate() {
        return name().contains("CLIENT");
    }

    boolean authenticatesClient() {
        return name().endsWith("CLIENT_AUTHENTICATION");
    }

    ClientConfig.Builder client() {
        ClientSessions cache = FixedSessions.cache();
        if (resumes()) {
            try (Loopback before = Loopback.between(client(cache), server(FixedSessions.tickets(1, early())))) {
                before.handshake();
            }
        }
        return client(cache);
    }

    private ClientConfig.Builder client(ClientSessions cache) {
        ClientConfig.Builder client = ClientConfig.of(selection())
                .serverName(Pairing.SERVER_NAME)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .sessions(cache)
                .random(new SeededRandom(1));
        if (early()) client.earlyData(EarlyDataUse.REPORT);
        if (authenticatesClient()) client.credential(CLIENT);
        if (name().endsWith("DEFERRED")) client.deferTasks();
        if (this == TLS13_PSK_ALONE) client.pskModes(PskMode.PSK_KE);
        if (preShared()) client.preSharedKeys((name, hint) -> CompletableFuture.completedFuture(List.of(key())));
        return client;
    }

    ServerConfig.Builder server() {
        if (resumes()) return server(FixedSessions.tickets(0, early()));
        return server(name().contains("TICKET") ? FixedSessions.tickets(2, false) : ServerSessions.none());
    }

    private ServerConfig.Builder server(ServerSessions sessions) {
        Selection selection = retries() ? selection().groups("secp384r1") : selection();
        ServerConfig.Builder server = ServerConfig.of(selection)
                .credential(name().startsWith("TLS12_RSA") || this == TLS12_RESUMED_CBC ? RSA : ED25519)
                .verifier(PeerVerifier.insecureAcceptingAnyone())
                .sessions(sessions)
                .random(new SeededRandom(2));
        if (asksForCertificate()) server.clientAuthentication(ClientAuthentication.REQUESTED);
        if (this == TLS13_RETRY_WITH_COOKIE) server.retryCookie();
        if (name().endsWith("DEFERRED")) server.deferTasks();
        if (this == TLS13_PSK_ALONE) server.pskModes(PskMode.PSK_KE);
        if (preShared()) server.preSharedKeys(name -> CompletableFuture.completedFuture(Optional.of(key())));
        return server;
    }

    Loopback loopback() {
        return Loopback.between(client(), server());
    }

    private Selection selection() {
        Selection selection = TestBed.only(TestBed.PAIR.selection(), version);
        if (retries()) return selection.groups("x25519", "secp384r1");
        return switch (this) {
            case TLS12_RSA_CBC, TLS12_RESUMED_CBC -> selection.suites("TLS_RSA_WITH_AES_128_CBC_SHA");
            case TLS12_PSK -> selection.suites("TLS_PSK_WITH_AES_128_GCM_SHA256");
            case TLS12_ECDHE_PSK_DEFERRED ->
                selection.suites("TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256").groups("x25519");
            case TLS12_RSA_PSK -> selection.suites("TLS_RSA_PSK_WITH_AES_128_CBC_SHA");
            default -> selection.groups("x25519");
        };
    }

    private boolean preShared() {
        return name().contains("PSK");
    }

    /** A new one each time, so that none is kept in a configuration. */
    private static PreSharedKey key() {
        return PskPair.key(PskPair.NAME);
    }
}
