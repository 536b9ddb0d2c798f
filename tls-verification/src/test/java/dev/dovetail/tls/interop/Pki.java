package dev.dovetail.tls.interop;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The certificates of all interop tests: one root that both sides trust, one server and one client of each kind of key. */
final class Pki {

    static final String SERVER_NAME = "server.test";
    static final String OTHER_NAME = "other.test";
    static final String CLIENT_NAME = "client";

    /** Kinds of keys that every stack knows; a longer RSA key would only take more time. */
    static final List<KeyKind> KINDS = List.of(
            KeyKind.RSA_2048,
            KeyKind.RSASSA_PSS_2048,
            KeyKind.EC_P256,
            KeyKind.EC_P384,
            KeyKind.EC_P521,
            KeyKind.ED25519,
            KeyKind.ED448);

    /** One of each kind, for the matrix: not every stack knows each, and other lengths would prove no more. */
    static final List<KeyKind> EVERY_KIND = Stream.of(KeyKind.values())
            // GnuTLS signs with DSA and SHA-1 only, for which longer keys are too long.
            .filter(kind -> kind != KeyKind.RSA_4096 && kind != KeyKind.DSA_2048)
            .toList();

    private static final Set<KeyKind> KNOWN_TO_JDK =
            Stream.concat(KINDS.stream(), Stream.of(KeyKind.DSA_1024)).collect(Collectors.toSet());

    /** RSA, because JSSE does not accept signatures of P-256 where the group secp256r1 is off. */
    static final Authority ROOT = Authority.create("Dovetail Interop Root", KeyKind.RSA_2048);

    private static final Map<KeyKind, Authority> OTHER_ROOTS = new ConcurrentHashMap<>();
    private static final Map<KeyKind, Issued> SERVERS = new ConcurrentHashMap<>();
    private static final Map<KeyKind, Issued> CLIENTS = new ConcurrentHashMap<>();

    private Pki() {}

    /** Who issues certificates of a kind: what the JDK does not know, it does not verify in one chain with what it does. */
    static Authority root(KeyKind kind) {
        if (KNOWN_TO_JDK.contains(kind)) return ROOT;
        return OTHER_ROOTS.computeIfAbsent(kind, own -> Authority.create("Dovetail Interop Root, " + own, own));
    }

    /** A certificate for {@link #SERVER_NAME} and the loopback address. */
    static Issued server(KeyKind kind) {
        return SERVERS.computeIfAbsent(
                kind,
                wanted -> root(wanted)
                        .issue(Request.server(SERVER_NAME, "localhost")
                                .addresses("127.0.0.1")
                                .key(wanted)));
    }

    /** A certificate for {@link #OTHER_NAME}, from the same root. */
    static Issued other() {
        return ROOT.issue(Request.server(OTHER_NAME));
    }

    static Issued client(KeyKind kind) {
        return CLIENTS.computeIfAbsent(
                kind, wanted -> ROOT.issue(Request.client(CLIENT_NAME).key(wanted)));
    }

    static Credential credential(Issued issued) {
        return Credential.of(issued.chain(), issued.privateKey());
    }

    static PkixVerifier verifier(KeyKind kind) {
        return PkixVerifier.trusting(List.of(root(kind).certificate()));
    }

    static PkixVerifier verifier() {
        return PkixVerifier.trusting(List.of(ROOT.certificate()));
    }
}
