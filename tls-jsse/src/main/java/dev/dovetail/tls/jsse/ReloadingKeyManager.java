package dev.dovetail.tls.jsse;

import dev.dovetail.tls.jsse.credential.OwnKeyManager;
import dev.dovetail.tls.jsse.reload.KeyFiles;
import dev.dovetail.tls.jsse.reload.WatchedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key manager whose keys come from files, and change when these do: new handshakes show the new certificate,
 * connections that stand go on. For any stack behind {@code javax.net.ssl}, and for many threads.
 *
 * <p>A handshake that needs a key looks at the files, if the last look was {@link ReloadSettings#interval} ago, and
 * loads them if where they lead to, size, time or file key have changed; so a link that is swapped, as secrets in
 * containers are, is seen as well as a file that was written anew. While one thread loads, all others use what there
 * is. What can't be loaded, because it is missing, half written, or its key is another certificate's, is reported and
 * tried again; until then the old keys stay. A change that leaves all four as they were needs {@link #reload()}.
 *
 * <p>Choice: there is no thread of its own that waits for changes. It would have to be stopped by somebody, keep the
 * class loader of a program that was undeployed, and be of no use: nobody sees a key before the next handshake.
 *
 * <p>Replaced keys stay known by their names for a minute, for handshakes of other stacks that have chosen one already.
 * The password is kept as long as this manager.
 */
public final class ReloadingKeyManager extends OwnKeyManager {

    private final WatchedKeys keys;

    private ReloadingKeyManager(WatchedKeys keys) {
        super(keys);
        this.keys = keys;
    }

    /**
     * From PEM files, looked at every 10 seconds at most.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds the private key of the first certificate, not encrypted; may be the same file
     * @return the key manager
     * @throws IOException if they can't be loaded now
     */
    public static ReloadingKeyManager pem(Path chain, Path key) throws IOException {
        return pem(chain, key, null, ReloadSettings.usual());
    }

    /**
     * From PEM files.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds the private key of the first certificate; may be the same file
     * @param password opens the key; null if it is not encrypted; copied
     * @param settings how they are watched
     * @return the key manager
     * @throws IOException if they can't be loaded now
     */
    public static ReloadingKeyManager pem(Path chain, Path key, char @Nullable [] password, ReloadSettings settings)
            throws IOException {
        return new ReloadingKeyManager(
                WatchedKeys.of(KeyFiles.pem(chain, key, password, settings.schemes()), settings));
    }

    /**
     * From a PKCS#12 or JKS file, looked at every 10 seconds at most.
     *
     * @param file holds one or more keys with their chains
     * @param password opens the file and its keys; copied
     * @return the key manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingKeyManager keyStore(Path file, char[] password) throws IOException {
        return keyStore(file, password, ReloadSettings.usual());
    }

    /**
     * From a PKCS#12 or JKS file.
     *
     * @param file holds one or more keys with their chains
     * @param password opens the file and its keys; copied
     * @param settings how it is watched
     * @return the key manager
     * @throws IOException if it can't be loaded now
     */
    public static ReloadingKeyManager keyStore(Path file, char[] password, ReloadSettings settings) throws IOException {
        return new ReloadingKeyManager(WatchedKeys.of(KeyFiles.keyStore(file, password), settings));
    }

    /**
     * Loads the files now, whether they have changed or not. Waits for a thread that is loading.
     *
     * @throws IOException if they can't be loaded; the old keys stay in use
     */
    public void reload() throws IOException {
        keys.reload();
    }

    /**
     * The certificates that are in use now, without a look at the files.
     *
     * @return each key's own one
     */
    public List<X509Certificate> certificates() {
        return keys.certificates();
    }

    /** Which files, and how often they were loaded: nothing secret. */
    @Override
    public String toString() {
        return "ReloadingKeyManager[" + keys + "]";
    }
}
