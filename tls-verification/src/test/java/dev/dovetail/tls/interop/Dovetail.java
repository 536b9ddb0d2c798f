package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import java.util.List;
import java.util.Set;

/** Our side of every interop test: all plug-ins of the class path, and configurations to begin with. */
final class Dovetail {

    static final Catalog CATALOG = Catalog.discover();
    static final List<ProtocolVersion> VERSIONS = List.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

    private static final Set<KeyKind> ECDSA_OR_EDDSA =
            Set.of(KeyKind.EC_P256, KeyKind.EC_P384, KeyKind.EC_P521, KeyKind.ED25519, KeyKind.ED448);

    private Dovetail() {}

    /** Everything that needs not be named. */
    static Selection selection() {
        return Selection.compatible(CATALOG);
    }

    static Selection only(ProtocolVersion version) {
        return selection().versions(version, version);
    }

    static Selection only(CipherSuite suite) {
        return selection().suites(suite.name());
    }

    static List<CipherSuite> suites() {
        return CATALOG.usable().stream().map(UsableSuite::suite).toList();
    }

    /** A suite by IANA's name. */
    static CipherSuite suite(String name) {
        return CATALOG.usable(name).orElseThrow().suite();
    }

    /** The one version of a suite. */
    static ProtocolVersion version(CipherSuite suite) {
        return suite.versions().iterator().next();
    }

    /** The kinds of keys that a server with this suite can have. */
    static List<KeyKind> kinds(CipherSuite suite) {
        return Pki.KINDS.stream().filter(kind -> fits(suite, kind)).toList();
    }

    static ClientConfig.Builder client(Selection selection) {
        return ClientConfig.of(selection).serverName(Pki.SERVER_NAME).verifier(Pki.verifier());
    }

    static ServerConfig.Builder server(Selection selection, Issued own) {
        return ServerConfig.of(selection).credential(Pki.credential(own)).verifier(Pki.verifier());
    }

    private static boolean fits(CipherSuite suite, KeyKind kind) {
        if (suite.authentication().equals(Authentication.NEGOTIATED)) return true;
        if (suite.authentication().equals(Authentication.ECDSA)) return ECDSA_OR_EDDSA.contains(kind);
        // RFC 4055 1.2: a key that is for PSS only does not decrypt.
        boolean signs = suite.needs().keyExchange().filter("ECDHE"::equals).isPresent();
        return kind == KeyKind.RSA_2048 || kind == KeyKind.RSASSA_PSS_2048 && signs;
    }
}
