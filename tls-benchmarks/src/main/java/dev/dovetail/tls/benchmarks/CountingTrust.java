package dev.dovetail.tls.benchmarks;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Counts how often a server's chain was verified: a resumed handshake would not verify it. For one thread at a time. */
public final class CountingTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager actual;
    private long count;

    /**
     * Around a trust manager.
     *
     * @param actual who verifies
     */
    public CountingTrust(X509ExtendedTrustManager actual) {
        this.actual = actual;
    }

    /**
     * Around the first manager of a factory that can see an engine.
     *
     * @param managers as a factory makes them
     * @return counts from nought
     */
    public static CountingTrust around(TrustManager... managers) {
        for (TrustManager manager : managers) {
            if (manager instanceof X509ExtendedTrustManager extended) return new CountingTrust(extended);
        }
        throw new IllegalStateException("no trust manager here sees the engine, and with it the host's name");
    }

    /**
     * How many chains were verified.
     *
     * @return since the beginning
     */
    public long count() {
        return count;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        count++;
        actual.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        actual.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        actual.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        actual.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        actual.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        actual.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return actual.getAcceptedIssuers();
    }
}
