package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A TLS stack behind javax.net.ssl: the one under test, and the JDK's to talk to.
 *
 * <p>With -Ddovetail.programs.provider=SunJSSE the JDK's stack stands in for ours: what fails then is the test's fault.
 */
enum Stack {
    /** The stack under test. */
    DOVETAIL(underTest()),
    /** The JDK's. */
    JDK(Security.getProvider("SunJSSE"));

    private final Provider provider;

    Stack(Provider provider) {
        this.provider = provider;
    }

    Provider provider() {
        return provider;
    }

    /** A fresh context that trusts {@link Pki#ROOT}; with a certificate, if one is given. */
    SSLContext context(Issued... own) {
        return context(own.length == 0 ? new KeyManager[0] : keys(own[0]).getKeyManagers());
    }

    /** A fresh context that trusts {@link Pki#ROOT}, with these keys. */
    SSLContext context(KeyManager[] keys) {
        return context(keys, trust().getTrustManagers());
    }

    /** A fresh context of everything. */
    SSLContext context(KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", provider);
            context.init(keys, trust, new SecureRandom());
            assertThat(context.getProvider()).isSameAs(provider);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate with its key: the JDK's factory, as most programs use it. */
    static KeyManagerFactory keys(Issued own) {
        return JDK.ownKeys(own);
    }

    /** Trust in {@link Pki#ROOT} alone, by the JDK's factory. */
    static TrustManagerFactory trust() {
        return JDK.ownTrust();
    }

    /** A certificate with its key, by this stack's own factory. */
    KeyManagerFactory ownKeys(Issued own) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(factories(), provider);
            keys.init(own.keyStore("own", Pki.PASSWORD), Pki.PASSWORD);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trust in {@link Pki#ROOT} alone, by this stack's own factory. */
    TrustManagerFactory ownTrust() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(factories(), provider);
            trust.init(Pki.ROOT.trustStore());
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That an engine, a socket or a session is this stack's own. */
    void assertMade(Object part) {
        assertThat(part.getClass().getName()).startsWith(home());
    }

    private String home() {
        return provider instanceof DovetailProvider ? "dev.dovetail.tls.jsse." : "sun.security.ssl.";
    }

    private String factories() {
        return provider instanceof DovetailProvider ? "Dovetail" : "PKIX";
    }

    private static Provider underTest() {
        String other = System.getProperty("dovetail.programs.provider", "");
        return other.isEmpty() ? new DovetailProvider() : Security.getProvider(other);
    }
}
