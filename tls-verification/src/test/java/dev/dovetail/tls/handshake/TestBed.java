package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.testkit.Pairing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all engine tests share: the modules of the class path, one authority, one certificate of each kind of key. */
final class TestBed {

    static final Catalog CATALOG = Catalog.discover();

    /** All suites that need not be named, of both versions. */
    static final Pairing PAIR = Pairing.of(Selection.compatible(CATALOG));

    /** A client certificate of the authority. */
    static final Credential CLIENT = PAIR.issue(Request.client("a client"));

    private static final Map<KeyKind, Credential> SERVERS = new ConcurrentHashMap<>();

    private TestBed() {}

    static Credential server(KeyKind kind) {
        return SERVERS.computeIfAbsent(
                kind, one -> PAIR.issue(Request.server(Pairing.SERVER_NAME).key(one)));
    }

    static Pairing only(ProtocolVersion version) {
        return PAIR.with(only(PAIR.selection(), version));
    }

    static Selection only(Selection selection, ProtocolVersion version) {
        return selection.versions(version, version);
    }
}
