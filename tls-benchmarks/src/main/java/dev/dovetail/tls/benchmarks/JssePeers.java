package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A client and a server of the JDK's own TLS, SunJSSE, with the same certificates, and told to do what ours do: verify
 * the chain and the host, and never resume. For one thread at a time.
 */
final class JssePeers {

    private static final String GROUPS = "jdk.tls.namedGroups";
    private static final String DISABLED = "jdk.tls.disabledAlgorithms";
    private static final char[] PASSWORD = "benchmark".toCharArray();
    private static final int SEVEN_DAYS = 7 * 24 * 3600;
    private static final int MOST_PORTS = 65535;

    static {
        // Newer JDKs refuse RSA key transport unless told otherwise; read once, before their TLS is first used.
        String allowed = Arrays.stream(Security.getProperty(DISABLED).split(","))
                .map(String::trim)
                .filter(name -> !name.equals("TLS_RSA_*"))
                .collect(Collectors.joining(", "));
        Security.setProperty(DISABLED, allowed);
    }

    private final SSLContext client;
    private final SSLContext server;
    private final CountingTrust trust;
    private final String version;
    private final String suite;
    private final List<String> groups;
    private final JsseConnection.Buffers buffers = new JsseConnection.Buffers();
    private final boolean resuming;
    private boolean resumed;
    private int port = 1;

    JssePeers(ServerIdentity identity, String version, String suite, List<String> groups, boolean resuming)
            throws GeneralSecurityException {
        this.resuming = resuming;
        chooseForWholeJvm(String.join(",", groups));
        this.version = version;
        this.suite = suite;
        this.groups = groups;
        this.trust = trust(identity);
        this.client = SSLContext.getInstance("TLS", "SunJSSE");
        client.init(null, new TrustManager[] {trust}, null);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm(), "SunJSSE");
        keys.init(identity.server().keyStore("server", PASSWORD), PASSWORD);
        this.server = SSLContext.getInstance("TLS", "SunJSSE");
        server.init(keys.getKeyManagers(), null, null);
        if (!resuming) forgetSessions();
    }

    private void forgetSessions() {
        client.getClientSessionContext().setSessionCacheSize(1);
        server.getServerSessionContext().setSessionCacheSize(1);
        // Ours give no tickets, so the peer is not to spend time on them either: sessions that outlive what a ticket
        // may (RFC 8446 4.6.1) make it send none.
        server.getServerSessionContext().setSessionTimeout(SEVEN_DAYS + 1);
    }

    static JssePeers of(HandshakeKind kind, ServerIdentity identity) throws GeneralSecurityException {
        return of(kind, identity, false);
    }

    static JssePeers of(HandshakeKind kind, ServerIdentity identity, boolean resuming) throws GeneralSecurityException {
        return new JssePeers(identity, jcaName(kind.version().toString()), kind.suite(), kind.groups(), resuming);
    }

    static JssePeers of(String suite, ServerIdentity identity) throws GeneralSecurityException {
        boolean tls13 = RecordSuite.of13(suite);
        // RFC 8422 5.1: in TLS 1.2 the curve of the certificate has to be enabled too.
        boolean curve = !tls13 && identity.server().publicKey() instanceof ECPublicKey;
        List<String> groups = curve ? List.of("x25519", "secp256r1") : List.of("x25519");
        return new JssePeers(identity, tls13 ? "TLSv1.3" : "TLSv1.2", suite, groups, false);
    }

    /** Whether the JDK has a suite at all. */
    static boolean has(String suite) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
            context.init(null, null, null);
            return Arrays.asList(context.getSupportedSSLParameters().getCipherSuites())
                    .contains(suite);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("there is no SunJSSE here", e);
        }
    }

    /** One full handshake. */
    JsseConnection connect() throws SSLException {
        return connect(bytes -> {});
    }

    /** One full handshake, and somebody who sees what the server sends. */
    JsseConnection connect(Consumer<ByteBuffer> tap) throws SSLException {
        // Sessions are remembered by host and port, so a port of its own makes each connection a new one.
        if (!resuming) port = port % MOST_PORTS + 1;
        SSLEngine one = client.createSSLEngine(ServerIdentity.HOST, port);
        SSLEngine other = server.createSSLEngine();
        SSLParameters parameters = parameters();
        other.setUseClientMode(false);
        other.setSSLParameters(parameters);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        one.setUseClientMode(true);
        one.setSSLParameters(parameters);
        long verified = trust.count();
        JsseConnection connection = new JsseConnection(one, other, buffers, tap);
        connection.handshake();
        if (trust.count() != verified + (resumed ? 0 : 1)) {
            throw new IllegalStateException("not the handshake that is measured");
        }
        resumed = resuming;
        if (!one.getSession().getCipherSuite().equals(suite)) throw new IllegalStateException("not " + suite);
        return connection;
    }

    private SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(new String[] {suite}, new String[] {version});
        NamedGroups.set(parameters, groups);
        return parameters;
    }

    private static void chooseForWholeJvm(String groups) {
        if (NamedGroups.settable()) return;
        String before = System.getProperty(GROUPS);
        if (before == null) System.setProperty(GROUPS, groups);
        else if (!before.equals(groups)) {
            throw new IllegalStateException("this JDK chooses groups once for all, and it is " + before);
        }
    }

    private static String jcaName(String version) {
        return version.replace("TLS ", "TLSv");
    }

    private static CountingTrust trust(ServerIdentity identity) throws GeneralSecurityException {
        KeyStore roots = identity.root().trustStore();
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", "SunJSSE");
        factory.init(roots);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) return new CountingTrust(extended);
        }
        throw new IllegalStateException("no " + X509TrustManager.class.getSimpleName() + " for PKIX");
    }
}
