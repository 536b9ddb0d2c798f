package dev.dovetail.tls.peers;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The certificates of these tests: one root that both sides trust, and one that nobody does. */
final class Pki {

    static final String SERVER_NAME = "server.test";
    static final String OTHER_NAME = "other.test";

    static final Authority ROOT = Authority.create("Dovetail Peers Root");
    static final Authority STRANGER = Authority.create("Dovetail Peers Stranger");

    private static final Map<KeyKind, Issued> SERVERS = new ConcurrentHashMap<>();
    private static final Map<KeyKind, Issued> CLIENTS = new ConcurrentHashMap<>();

    private Pki() {}

    static Issued server(KeyKind kind) {
        return SERVERS.computeIfAbsent(
                kind, key -> ROOT.issue(Request.server(SERVER_NAME).key(key)));
    }

    static Issued client(KeyKind kind) {
        return CLIENTS.computeIfAbsent(
                kind, key -> ROOT.issue(Request.client("client").key(key)));
    }
}
