package dev.dovetail.tls.jsse.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What is made of some files. One thread at a time loads.
 *
 * @param <T> what is made
 */
public interface ReloadSource<T> {

    /**
     * The files.
     *
     * @return whose change is to be seen
     */
    List<Path> files();

    /**
     * Reads them.
     *
     * @return an immutable value
     * @throws IOException if they can't be read
     * @throws GeneralSecurityException if they don't hold what they should; an IllegalArgumentException says the same
     */
    T load() throws IOException, GeneralSecurityException;

    /**
     * What there is to tell about a value.
     *
     * @param value from {@link #load}
     * @return its certificates
     */
    List<X509Certificate> certificates(T value);
}
