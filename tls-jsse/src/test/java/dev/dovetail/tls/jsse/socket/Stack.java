package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Purpose;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Dovetail and the JDK's own, with the same credentials for both ends. */
enum Stack {
    DOVETAIL(new DovetailProvider()),
    JDK(Security.getProvider("SunJSSE"));

    private static final char[] PASSWORD = "password".toCharArray();
    private static final Authority AUTHORITY = Authority.create("sockets' tests");
    private static final Issued ISSUED = AUTHORITY.issue(Request.server("localhost", "dovetail.example")
            .addresses("127.0.0.1", "::1")
            .purposes(Purpose.SERVER, Purpose.CLIENT));
    private static final Issued STRANGER = Authority.create("nobody").issue(Request.server("localhost"));

    private final Provider provider;
    private volatile SSLContext shared;

    Stack(Provider provider) {
        this.provider = provider;
    }

    /** The same each time. */
    SSLContext context() throws GeneralSecurityException {
        SSLContext made = shared;
        if (made == null) {
            made = fresh();
            shared = made;
        }
        return made;
    }

    /** With the properties of this moment. */
    SSLContext fresh() throws GeneralSecurityException {
        return made(ISSUED);
    }

    /** A server that nobody trusts. */
    SSLContext stranger() throws GeneralSecurityException {
        return made(STRANGER);
    }

    static KeyManagerFactory keys() throws GeneralSecurityException {
        return keys(ISSUED);
    }

    static TrustManagerFactory trust() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(AUTHORITY.trustStore());
        return trust;
    }

    SSLContext empty() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS", provider);
    }

    private SSLContext made(Issued issued) throws GeneralSecurityException {
        SSLContext context = empty();
        context.init(keys(issued).getKeyManagers(), trust().getTrustManagers(), null);
        return context;
    }

    private static KeyManagerFactory keys(Issued issued) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(issued.keyStore("server", PASSWORD), PASSWORD);
        return keys;
    }
}
