package dev.dovetail.tls.jsse;

import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Hears what becomes of files that are watched. Called by the thread that loads them, which is that of a handshake or
 * that of {@code reload()}, before the files are looked at again: a slow listener holds up this one handshake. What it
 * throws is passed over. While it is told, {@code reload()} of the same manager does nothing when the listener calls
 * it.
 */
public interface ReloadListener {

    /**
     * The files were loaded, and are used from now on. Not called for the first time, when the manager is made.
     *
     * @param certificates of a key manager each key's own one, of a trust manager all that are trusted
     */
    void onReloaded(List<X509Certificate> certificates);

    /**
     * The files could not be loaded; what was loaded before stays in use. Told once for each state of the files and
     * each message, although they are tried again.
     *
     * @param why the exception that {@code reload()} throws
     */
    void onFailed(Exception why);

    /**
     * Something was loaded, and is used, that peers will probably refuse: a certificate that has expired, say.
     *
     * @param problem for people
     */
    default void onWarning(String problem) {}

    /**
     * Writes to the {@link System.Logger} {@code dev.dovetail.tls.jsse}: what was loaded as information, the rest as
     * warnings.
     *
     * @return the listener
     */
    static ReloadListener logging() {
        System.Logger log = System.getLogger("dev.dovetail.tls.jsse");
        return new ReloadListener() {
            @Override
            public void onReloaded(List<X509Certificate> certificates) {
                log.log(
                        Level.INFO,
                        () -> "reloaded: "
                                + String.join(
                                        "; ",
                                        certificates.stream()
                                                .map(one ->
                                                        one.getSubjectX500Principal() + " until " + one.getNotAfter())
                                                .toList()));
            }

            @Override
            public void onFailed(Exception why) {
                log.log(Level.WARNING, () -> "not reloaded, what was loaded before is still used: " + why.getMessage());
            }

            @Override
            public void onWarning(String problem) {
                log.log(Level.WARNING, problem);
            }
        };
    }
}
