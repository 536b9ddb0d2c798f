package dev.dovetail.tls.jsse;

import dev.dovetail.tls.jsse.credential.OwnTrustManager;
import dev.dovetail.tls.jsse.credential.Trust;
import dev.dovetail.tls.jsse.reload.Reloading;
import dev.dovetail.tls.jsse.reload.TrustFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trust manager whose trusted certificates come from a file, and change when it does. It watches as
 * {@link ReloadingKeyManager} does, and without a thread of its own for the same reasons; a look is due when a peer is
 * judged or the trusted authorities are listed. It judges by the JDK's PKIX, and within Dovetail also by the signature
 * schemes of plug-ins. Connections that stand are not judged again; Dovetail's resume no session from before a change. For
 * any stack behind {@code javax.net.ssl}, and for many threads.
 */
public final class ReloadingTrustManager extends OwnTrustManager {

    private final Reloading<Trust> trust;

    private ReloadingTrustManager(Reloading<Trust> trust) {
        super(() -> trust.current().value());
        this.trust = trust;
    }

    /**
     * From a PEM file, looked at every 10 seconds at most.
     *
     * @param file holds one or more CERTIFICATE blocks
     * @return the trust manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingTrustManager pem(Path file) throws IOException {
        return pem(file, ReloadSettings.usual());
    }

    /**
     * From a PEM file.
     *
     * @param file holds one or more CERTIFICATE blocks
     * @param settings how it is watched
     * @return the trust manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingTrustManager pem(Path file, ReloadSettings settings) throws IOException {
        return new ReloadingTrustManager(Reloading.of(TrustFiles.pem(file, settings.schemes()), settings));
    }

    /**
     * From a PKCS#12 or JKS file, looked at every 10 seconds at most.
     *
     * @param file holds one or more trusted certificates
     * @param password opens the file; null if it is not encrypted, or not to be checked; copied
     * @return the trust manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingTrustManager trustStore(Path file, char @Nullable [] password) throws IOException {
        return trustStore(file, password, ReloadSettings.usual());
    }

    /**
     * From a PKCS#12 or JKS file.
     *
     * @param file holds one or more trusted certificates
     * @param password opens the file; null if it is not encrypted, or not to be checked; copied
     * @param settings how it is watched
     * @return the trust manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingTrustManager trustStore(Path file, char @Nullable [] password, ReloadSettings settings)
            throws IOException {
        return new ReloadingTrustManager(Reloading.of(TrustFiles.store(file, password), settings));
    }

    /**
     * Loads the file now, whether it has changed or not. Waits for a thread that is loading.
     *
     * @throws IOException if it can't be loaded; what was trusted before stays so
     */
    public void reload() throws IOException {
        trust.reload();
    }

    /**
     * The certificates that are trusted now, without a look at the file.
     *
     * @return at least one
     */
    public List<X509Certificate> certificates() {
        return trust.newest().value().roots();
    }

    /** Which file, and how often it was loaded. */
    @Override
    public String toString() {
        return "ReloadingTrustManager[" + trust + "]";
    }
}
