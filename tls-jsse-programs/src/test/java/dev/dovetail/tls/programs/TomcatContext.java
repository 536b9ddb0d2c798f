package dev.dovetail.tls.programs;

import dev.dovetail.tls.certificates.Issued;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.tomcat.util.buf.HexUtils;

/** A context as Tomcat wants it; remembers its engines, because Tomcat shows a servlet no session. */
final class TomcatContext implements org.apache.tomcat.util.net.SSLContext {

    private final SSLContext context;
    private final Issued own;
    private final Queue<SSLEngine> engines = new ConcurrentLinkedQueue<>();

    TomcatContext(SSLContext context, Issued own) {
        this.context = context;
        this.own = own;
    }

    /** The session with an identifier in hexadecimal digits. */
    SSLSession session(String identifier) {
        return engines.stream()
                .map(SSLEngine::getSession)
                .filter(session -> HexUtils.toHexString(session.getId()).equals(identifier))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no engine has the session " + identifier));
    }

    @Override
    public SSLEngine createSSLEngine() {
        SSLEngine engine = context.createSSLEngine();
        engines.add(engine);
        return engine;
    }

    @Override
    public void init(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        // The context is ready.
    }

    @Override
    public void destroy() {
        engines.clear();
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return own.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {Pki.ROOT.certificate()};
    }
}
