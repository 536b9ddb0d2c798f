package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is who in the demonstration: an authority that lives as long as the program, and what it issued. */
final class Identities {

    static final String HOST = "localhost";

    /** Kinds that the JDK verifies. The other ones have an authority of their own kind: a chain must not mix them. */
    private static final Set<KeyKind> USUAL = Set.of(
            KeyKind.RSA_2048,
            KeyKind.RSA_4096,
            KeyKind.RSASSA_PSS_2048,
            KeyKind.EC_P256,
            KeyKind.EC_P384,
            KeyKind.EC_P521,
            KeyKind.ED25519,
            KeyKind.ED448,
            KeyKind.DSA_1024,
            KeyKind.DSA_2048);

    private final Authority authority = Authority.create("Dovetail demo");
    private final Map<KeyKind, Authority> others = new ConcurrentHashMap<>();
    private final Map<KeyKind, Issued> servers = new ConcurrentHashMap<>();
    private final Map<KeyKind, Issued> clients = new ConcurrentHashMap<>();

    /** The certificate that everybody trusts, and no other, where the server has such a key. */
    X509Certificate root(KeyKind kind) {
        return authority(kind).certificate();
    }

    private Authority authority(KeyKind kind) {
        if (USUAL.contains(kind)) return authority;
        return others.computeIfAbsent(kind, own -> Authority.create("Dovetail demo " + own, own));
    }

    /** The same for the JDK. */
    KeyStore trustStore() {
        return authority.trustStore();
    }

    /** Key and chain of a server or a client; made at the first call. */
    Issued of(Role role, KeyKind kind) {
        return role == Role.SERVER
                ? servers.computeIfAbsent(
                        kind, key -> authority(key).issue(Request.server(HOST).key(key)))
                : clients.computeIfAbsent(
                        kind,
                        key -> authority(key)
                                .issue(Request.client("demo client").key(key)));
    }
}
