package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our side of every interop test: all plug-ins of the class path, and configurations to begin with. */
final class Dovetail {

    static final Catalog CATALOG = Catalog.discover();
    static final List<ProtocolVersion> VERSIONS = List.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);

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

    /** The usual kind of key that a server with this suite can have. */
    static KeyKind kind(CipherSuite suite) {
        return Pki.EVERY_KIND.stream()
                .filter(kind -> fits(suite, kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key fits " + suite));
    }

    /** Whether the server of this suite signs something. */
    static boolean signs(CipherSuite suite) {
        boolean decrypts = suite.needs().keyExchange().filter("RSA"::equals).isPresent();
        return suite.authentication().signature() && !decrypts;
    }

    /** A kind of key that signs with a scheme: where TLS 1.3 ties the scheme to a curve, with that curve. */
    static Optional<KeyKind> kind(SignatureScheme scheme, ProtocolVersion version) {
        return Stream.of(ProtocolVersion.TLS_1_3, version)
                .flatMap(rules -> Pki.EVERY_KIND.stream()
                        .filter(kind -> scheme.fits(Pki.server(kind).publicKey(), rules)))
                .findFirst();
    }

    static ClientConfig.Builder client(Selection selection) {
        return ClientConfig.of(selection)
                .serverName(Pki.SERVER_NAME)
                .verifier(Pki.verifier())
                .insecureAnonymousServers();
    }

    static ServerConfig.Builder server(Selection selection, Issued own) {
        return ServerConfig.of(selection).credential(Pki.credential(own)).verifier(Pki.verifier());
    }

    private static boolean fits(CipherSuite suite, KeyKind kind) {
        if (suite.authentication().equals(Authentication.NEGOTIATED)) return true;
        // RFC 4055 1.2: a key that is for PSS only does not decrypt.
        if (!signs(suite)) return kind == KeyKind.RSA_2048;
        return CATALOG.signatureSchemes().stream()
                .filter(scheme ->
                        scheme.authentication().equals(suite.authentication().name()))
                .anyMatch(scheme -> scheme.fits(Pki.server(kind).publicKey(), version(suite)));
    }
}
