package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;

/** Servers that nobody should take for {@link ServerIdentity#HOST}. */
final class Strangers {

    private Strangers() {}

    /** Trusted, but by another name. */
    static ServerIdentity otherHost() {
        Authority root = Authority.create("Benchmark Root", KeyKind.EC_P256);
        return ServerIdentity.of(root, root.issue(Request.server("other.test").key(KeyKind.EC_P256)));
    }
}
