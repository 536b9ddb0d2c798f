package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Contexts with keys and trust, made once: making certificates costs more than a handshake. */
final class Contexts {

    static final String HOST = "localhost";

    private static final char[] PASSWORD = "password".toCharArray();
    private static final Authority AUTHORITY = Authority.create("the engine's tests");
    private static final Issued EC = AUTHORITY.issue(Request.server(HOST).addresses("127.0.0.1"));
    private static final Issued RSA =
            AUTHORITY.issue(Request.server(HOST).addresses("127.0.0.1").key(KeyKind.RSA_2048));
    private static final Issued CLIENT = AUTHORITY.issue(Request.client("a client"));

    /** Of the stack that is tested. */
    static final Contexts OWN = new Contexts(Stack::context);
    /** Of the JDK's stack, with the same keys. */
    static final Contexts JDK = new Contexts(Stack::jdkContext);

    private final SSLContext server;
    private final SSLContext rsaServer;
    private final SSLContext clientWithoutKey;
    private final SSLContext clientWithKey;

    private Contexts(Function<String, SSLContext> stack) {
        server = initialized(stack, keys(EC), trust());
        rsaServer = initialized(stack, keys(RSA), trust());
        clientWithoutKey = initialized(stack, null, trust());
        clientWithKey = initialized(stack, keys(CLIENT), trust());
    }

    /** With an ECDSA certificate. */
    SSLContext server() {
        return server;
    }

    /** With an RSA certificate. */
    SSLContext rsaServer() {
        return rsaServer;
    }

    /** Trusts the servers, and is nobody. */
    SSLContext clientWithoutKey() {
        return clientWithoutKey;
    }

    /** Trusts the servers, and has a certificate. */
    SSLContext clientWithKey() {
        return clientWithKey;
    }

    /** Of the stack that is tested, with managers of one's own. */
    static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
        return initialized(Stack::context, keys, trust);
    }

    private static SSLContext initialized(Function<String, SSLContext> stack, KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = stack.apply("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyManager[] serverKeys() {
        return keys(EC);
    }

    static KeyManager[] clientKeys() {
        return keys(CLIENT);
    }

    private static KeyManager[] keys(Issued issued) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(issued.keyStore("own", PASSWORD), PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Of the one authority that issued all certificates here. */
    static TrustManager[] trust() {
        return trust(AUTHORITY);
    }

    /** Of an authority that issued none of them. */
    static TrustManager[] trustInOthers() {
        return trust(Authority.create("somebody else"));
    }

    private static TrustManager[] trust(Authority authority) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(authority.trustStore());
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
