package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.jsse.setup.SystemSettings;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * {@code TrustManagerFactory} "Dovetail": gives a trust manager that judges as the JDK's PKIX does, and within Dovetail
 * also knows the signature schemes of plug-ins. Used by one thread, as factories are.
 */
public final class DovetailTrustManagerFactory extends TrustManagerFactorySpi {

    private @Nullable VerifyingTrustManager manager;

    /** A factory that waits to be initialised. */
    public DovetailTrustManagerFactory() {}

    @Override
    protected void engineInit(@Nullable KeyStore store) throws KeyStoreException {
        Collection<X509Certificate> roots = store == null ? systemTrust() : StoreCertificates.of(store);
        try {
            manager = new VerifyingTrustManager(
                    SystemSettings.read().revocationChecked()
                            ? Trust.of(roots, verifier -> verifier.withRevocation(PathParameters.usualRevocation()))
                            : Trust.of(roots));
        } catch (IllegalArgumentException unfit) {
            throw new KeyStoreException(unfit.getMessage(), unfit);
        }
    }

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters parameters) throws InvalidAlgorithmParameterException {
        if (!(parameters instanceof CertPathTrustManagerParameters path)
                || !(path.getParameters() instanceof PKIXBuilderParameters pkix)) {
            throw new InvalidAlgorithmParameterException(
                    "CertPathTrustManagerParameters with PKIXBuilderParameters are wanted");
        }
        try {
            manager = new VerifyingTrustManager(PathParameters.trust(pkix));
        } catch (IllegalArgumentException unfit) {
            throw new InvalidAlgorithmParameterException(unfit.getMessage(), unfit);
        }
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
        VerifyingTrustManager made = manager;
        if (made == null) throw new IllegalStateException("TrustManagerFactory.init was not called");
        return new TrustManager[] {made};
    }

    /** By its own name: the default factory may be this one. */
    private static List<X509Certificate> systemTrust() throws KeyStoreException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(one -> Arrays.stream(((X509TrustManager) one).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException unreadable) {
            throw new KeyStoreException("the default trust store can't be read", unreadable);
        }
    }
}
