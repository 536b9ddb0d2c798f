package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.Issued;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** Contexts and engines of the JDK's TLS. Each context is fresh, so that no session is resumed unless a test wants it. */
final class Jsse {

    private static final char[] PASSWORD = "not secret".toCharArray();

    private Jsse() {}

    /** A context that trusts our root and has no certificate. */
    static SSLContext context() {
        return context(new KeyManager[0]);
    }

    /** A context that trusts our root and has a certificate. */
    static SSLContext context(Issued own) {
        return context(keys(own));
    }

    /** The same of another provider, with these keys. */
    static SSLContext context(Provider provider, KeyManager... keys) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX", provider);
            return initialised(SSLContext.getInstance("TLS", provider), trust, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate with its key. */
    static KeyManager[] keys(Issued own) {
        return keys(own, "PKIX");
    }

    /** A certificate with its key, for an algorithm of choosing. */
    static KeyManager[] keys(Issued own, String algorithm) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(algorithm);
            keys.init(own.keyStore("own", PASSWORD), PASSWORD);
            return keys.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client's engine that checks the server's name. */
    static SSLEngine client(SSLContext context, Consumer<SSLParameters> choices) {
        return engine(context, true, parameters -> {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            choices.accept(parameters);
        });
    }

    static SSLEngine server(SSLContext context, Consumer<SSLParameters> choices) {
        return engine(context, false, choices);
    }

    /** Enables exactly one version. */
    static Consumer<SSLParameters> version(ProtocolVersion version) {
        return parameters -> parameters.setProtocols(new String[] {name(version)});
    }

    /** Enables exactly one suite and its version. */
    static Consumer<SSLParameters> suite(ProtocolVersion version, String suite) {
        return version(version).andThen(parameters -> parameters.setCipherSuites(new String[] {suite}));
    }

    /** JSSE's name of a version. */
    static String name(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? "TLSv1.3" : "TLSv1.2";
    }

    private static SSLContext context(KeyManager[] keys) {
        try {
            return initialised(SSLContext.getInstance("TLS", "SunJSSE"), TrustManagerFactory.getInstance("PKIX"), keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext initialised(SSLContext context, TrustManagerFactory trust, KeyManager[] keys)
            throws GeneralSecurityException {
        trust.init(Pki.ROOT.trustStore());
        context.init(keys, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static SSLEngine engine(SSLContext context, boolean client, Consumer<SSLParameters> choices) {
        SSLEngine engine = context.createSSLEngine(Pki.SERVER_NAME, 443);
        engine.setUseClientMode(client);
        SSLParameters parameters = engine.getSSLParameters();
        choices.accept(parameters);
        engine.setSSLParameters(parameters);
        return engine;
    }
}
