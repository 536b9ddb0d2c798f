package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.PskKeyManager;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.engine.DovetailEngine;
import dev.dovetail.tls.jsse.socket.DovetailServerSocketFactory;
import dev.dovetail.tls.jsse.socket.DovetailSocketFactory;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** What stands behind an {@link javax.net.ssl.SSLContext}. */
public class DovetailContext extends SSLContextSpi {

    private final DovetailOptions options;
    private final List<String> limits;
    private volatile @Nullable TlsContext context;

    /**
     * A context that waits to be initialised.
     *
     * @param options what there is and what is on
     * @param limits protocols that are enabled at most, by default; empty for all
     */
    public DovetailContext(DovetailOptions options, List<String> limits) {
        this.options = options;
        this.limits = limits;
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
            throws KeyManagementException {
        Managers managers = new Managers(
                first(keys, X509KeyManager.class),
                first(keys, PskKeyManager.class),
                trust == null
                        ? DefaultManagers.trust()
                        : first(trust, X509TrustManager.class).orElseGet(TrustsNobody::new));
        try {
            context = new TlsContext(
                    options, SystemSettings.read(), managers, random == null ? new SecureRandom() : random, limits);
        } catch (RuntimeException broken) {
            throw new KeyManagementException("the context can't be initialised: " + broken.getMessage(), broken);
        }
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return new DovetailSocketFactory(context());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return new DovetailServerSocketFactory(context());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return new DovetailEngine(context(), null, -1);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return new DovetailEngine(context(), host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return context().sessions(false);
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return context().sessions(true);
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return new ConnectionParameters(context(), true, true).toParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        TlsContext there = context();
        return new SSLParameters(
                there.supportedSuites().toArray(String[]::new),
                there.supportedProtocols().toArray(String[]::new));
    }

    private TlsContext context() {
        TlsContext initialised = context;
        if (initialised == null) throw new IllegalStateException("SSLContext.init was not called");
        return initialised;
    }

    /** As the JDK does: the first of a kind counts. */
    private static <T> Optional<T> first(Object @Nullable [] managers, Class<T> kind) {
        return managers == null
                ? Optional.empty()
                : Stream.of(managers).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
