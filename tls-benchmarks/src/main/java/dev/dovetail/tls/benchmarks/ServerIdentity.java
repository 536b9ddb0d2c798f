package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;

/**
 * What both stacks prove themselves with: a certificate for {@link #HOST}, and the root that issued it, with keys of one
 * kind.
 *
 * @param root what clients trust
 * @param server the key and its chain
 */
record ServerIdentity(Authority root, Issued server) {

    static final String HOST = "server.test";

    static ServerIdentity with(KeyKind kind) {
        Authority root = Authority.create("Benchmark Root", kind);
        return new ServerIdentity(root, root.issue(Request.server(HOST).key(kind)));
    }
}
