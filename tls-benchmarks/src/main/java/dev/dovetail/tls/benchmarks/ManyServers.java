package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Servers of one name, each with a key and a certificate of its own. With more of them than a client remembers, it meets
 * strangers only, as a crawler does; with one it meets the same server again and again.
 */
final class ManyServers {

    /** More than anybody here remembers: the JDK 750 certificates, our verifier 256 signatures. */
    static final int STRANGERS = 1024;

    private ManyServers() {}

    /** All issued by one root. */
    static List<ServerIdentity> with(KeyKind kind, int servers) {
        // What never changes need not be made in each JVM.
        if (servers == 1) return List.of(SharedIdentities.with(kind));
        Authority root = Authority.create("Benchmark Root", kind);
        return issue(root, kind, servers).stream()
                .map(server -> ServerIdentity.of(root, server))
                .toList();
    }

    /** All issued by one authority. */
    static List<Issued> issue(Authority authority, KeyKind kind, int servers) {
        Supplier<KeyPair> keys = kind == KeyKind.RSA_2048 ? new SharedPrimes()::pair : kind::generate;
        return Stream.generate(keys)
                .limit(servers)
                .map(pair -> authority.issue(Request.server(ServerIdentity.HOST).key(kind, pair)))
                .toList();
    }
}
