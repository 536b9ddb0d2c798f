package dev.dovetail.tls.jsse.credential;

import java.security.cert.X509Certificate;
import java.util.Collection;

/** A trust manager of ours whose trusted certificates stay the same. For many threads. */
public final class VerifyingTrustManager extends OwnTrustManager {

    private final Trust trust;

    /**
     * Trusts these certificates.
     *
     * @param roots perhaps none: then nobody is trusted
     * @throws IllegalArgumentException if one can't be a trust anchor
     */
    public VerifyingTrustManager(Collection<X509Certificate> roots) {
        this(Trust.of(roots));
    }

    VerifyingTrustManager(Trust trust) {
        super(() -> trust);
        this.trust = trust;
    }

    /** How many certificates are trusted, and by which verifier. */
    @Override
    public String toString() {
        return "VerifyingTrustManager[" + trust.verifier().map(String::valueOf).orElse("nobody") + "]";
    }
}
