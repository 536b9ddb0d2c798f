package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.handshake.ClientAuthentication;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.net.TlsStream;
import java.io.IOException;
import java.net.Socket;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Our own stack at either end of a route: it enables what the route says, and nothing else. */
final class DovetailEnd {

    /** RFC 8422 5.1: the curve of a client's supported_groups that a TLS 1.2 server's P-256 certificate needs. */
    private static final String CERTIFICATE_CURVE = "secp256r1";

    private final Catalog catalog;
    private final Identities identities;
    private final byte[] sharedKey = new byte[32];

    /** Makes a stream of a connected socket; its handshake is still to be done. */
    interface Opener {
        TlsStream open(Socket socket) throws IOException;
    }

    DovetailEnd(Catalog catalog, Identities identities) {
        this.catalog = catalog;
        this.identities = identities;
        new SecureRandom().nextBytes(sharedKey);
    }

    Opener prepare(Route route, Role role) {
        if (role == Role.CLIENT) {
            ClientConfig config = client(route);
            return socket -> TlsStream.client(config, socket);
        }
        ServerConfig config = server(route);
        return socket -> TlsStream.server(config, socket);
    }

    private ClientConfig client(Route route) {
        ClientConfig.Builder config = ClientConfig.of(selection(route, Role.CLIENT))
                .serverName(Identities.HOST)
                .verifier(verifier(route));
        if (route.clientCertificate()) config.credential(credential(route, Role.CLIENT));
        if (authentication(route).preShared()) config.preSharedKeys(ClientPreSharedKeys.of(shared()));
        if (authentication(route).equals(Authentication.ANONYMOUS)) config.insecureAnonymousServers();
        return config.build();
    }

    private ServerConfig server(Route route) {
        ServerConfig.Builder config =
                ServerConfig.of(selection(route, Role.SERVER)).verifier(verifier(route));
        if (authentication(route).certificate()) config.credential(credential(route, Role.SERVER));
        if (authentication(route).preShared()) config.preSharedKeys(ServerPreSharedKeys.of(shared()));
        if (route.clientCertificate()) config.clientAuthentication(ClientAuthentication.REQUIRED);
        return config.build();
    }

    private PkixVerifier verifier(Route route) {
        return PkixVerifier.trusting(List.of(identities.root(route.key())));
    }

    private Credential credential(Route route, Role role) {
        Issued issued = identities.of(role, route.key());
        return Credential.of(issued.chain(), issued.privateKey());
    }

    private static Authentication authentication(Route route) {
        return route.suite().suite().authentication();
    }

    /** The key that both sides have; closed by who asked for it. */
    private PreSharedKey shared() {
        return PreSharedKey.of("demo", sharedKey);
    }

    private Selection selection(Route route, Role role) {
        Selection selection = withSchemes(Selection.compatible(catalog), route)
                .versions(route.version(), route.version())
                .suites(route.suite().suite().name());
        if (route.group().isEmpty()) return selection;
        List<String> groups = new ArrayList<>(List.of(route.groupName()));
        if (role == Role.CLIENT && needsCertificateCurve(route)) groups.add(CERTIFICATE_CURVE);
        return selection.groups(groups.toArray(String[]::new));
    }

    /** Schemes for the server's key are named where they have to be: those of DSA for one. */
    private Selection withSchemes(Selection selection, Route route) {
        PublicKey key = identities.of(Role.SERVER, route.key()).publicKey();
        Predicate<SignatureScheme> fits =
                scheme -> scheme.versions().contains(route.version()) && scheme.fits(key, route.version());
        if (!authentication(route).signature() || selection.signing().stream().anyMatch(fits)) return selection;
        List<String> names = new ArrayList<>();
        catalog.signatureSchemes().stream()
                .filter(fits)
                .map(SignatureScheme::name)
                .forEach(names::add);
        String[] signing = names.toArray(String[]::new);
        selection.certificates().stream().map(SignatureScheme::name).forEach(names::add);
        return selection.signing(signing).verifying(names.toArray(String[]::new));
    }

    /** The first group stays the preferred one, and the trial checks that it was used. */
    private boolean needsCertificateCurve(Route route) {
        return route.version().equals(ProtocolVersion.TLS_1_2)
                && route.suite().suite().authentication().equals(Authentication.ECDSA)
                && !route.groupName().equals(CERTIFICATE_CURVE)
                && catalog.groups().stream().map(NamedGroup::name).anyMatch(CERTIFICATE_CURVE::equals);
    }
}
