package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is who in the demonstration: an authority that lives as long as the program, and what it issued. */
final class Identities {

    static final String HOST = "localhost";

    private final Authority authority = Authority.create("Dovetail demo");
    private final Map<KeyKind, Issued> servers = new ConcurrentHashMap<>();
    private final Map<KeyKind, Issued> clients = new ConcurrentHashMap<>();

    /** The certificate that everybody trusts, and no other. */
    X509Certificate root() {
        return authority.certificate();
    }

    /** The same for the JDK. */
    KeyStore trustStore() {
        return authority.trustStore();
    }

    /** Key and chain of a server or a client; made at the first call. */
    Issued of(Role role, KeyKind kind) {
        return role == Role.SERVER
                ? servers.computeIfAbsent(
                        kind, key -> authority.issue(Request.server(HOST).key(key)))
                : clients.computeIfAbsent(
                        kind,
                        key -> authority.issue(Request.client("demo client").key(key)));
    }
}
