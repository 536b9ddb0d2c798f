package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's own TLS at the other end: the independent witness. */
final class JssePeer implements Peer {

    private static final Map<ProtocolVersion, String> VERSIONS =
            Map.of(ProtocolVersion.TLS_1_2, "TLSv1.2", ProtocolVersion.TLS_1_3, "TLSv1.3");
    private static final Set<KeyKind> KEYS = Set.of(
            KeyKind.RSA_2048,
            KeyKind.RSASSA_PSS_2048,
            KeyKind.EC_P256,
            KeyKind.EC_P384,
            KeyKind.EC_P521,
            KeyKind.ED25519,
            KeyKind.ED448);
    // Key stores want a password even where nothing is stored.
    private static final char[] NO_SECRET = "in memory only".toCharArray();

    private final Identities identities;
    private final JsseAbilities abilities = JsseAbilities.find();

    JssePeer(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String name() {
        return "JSSE " + System.getProperty("java.version");
    }

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public boolean speaks(UsableSuite suite, ProtocolVersion version, Optional<NamedGroup> group) {
        return abilities.suites().contains(suite.suite().name())
                && VERSIONS.containsKey(version)
                && group.map(one -> speaks(one, version)).orElse(true);
    }

    /** JDK-8328046: it strips leading zeros from finite-field secrets in TLS 1.3 too, so one connection of 256 fails. */
    private boolean speaks(NamedGroup group, ProtocolVersion version) {
        boolean loses = group.kind() == NamedGroup.Kind.FINITE_FIELD && version.equals(ProtocolVersion.TLS_1_3);
        return abilities.groups().contains(group.code()) && !loses;
    }

    @Override
    public boolean knows(KeyKind key) {
        return KEYS.contains(key);
    }

    /** A context for each connection, so that no session is resumed. */
    @Override
    public Connector prepare(Route route) throws IOException {
        Role role = route.role().peer();
        SSLContext context = context(route, role);
        return socket -> {
            SSLSocket tls = wrap(context, socket, role);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setProtocols(new String[] {VERSIONS.get(route.version())});
            parameters.setCipherSuites(new String[] {route.suite().suite().name()});
            if (role == Role.CLIENT) parameters.setEndpointIdentificationAlgorithm("HTTPS");
            else parameters.setNeedClientAuth(route.clientCertificate());
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return new Line(tls.getInputStream(), tls.getOutputStream(), tls);
        };
    }

    private static SSLSocket wrap(SSLContext context, Socket socket, Role role) throws IOException {
        socket.setTcpNoDelay(true);
        SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, Identities.HOST, socket.getPort(), true);
        tls.setUseClientMode(role == Role.CLIENT);
        return tls;
    }

    private SSLContext context(Route route, Role role) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(identities.trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(route, role), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("JSSE can't be set up: " + e.getMessage(), e);
        }
    }

    private KeyManager[] keys(Route route, Role role) throws GeneralSecurityException {
        if (role == Role.CLIENT && !route.clientCertificate()) return new KeyManager[0];
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(identities.of(role, route.key()).keyStore("demo", NO_SECRET), NO_SECRET);
        return keys.getKeyManagers();
    }
}
