package dev.dovetail.tls.jsse.algorithm;

import dev.dovetail.tls.jsse.credential.StoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that came with the JDK: those in its cacerts file that are marked so. Read when somebody asks, since
 * few lists of disabled algorithms do. For many threads.
 */
final class JdkAuthorities {

    private static final String MARK = "[jdk";

    /** Null before it is read; empty if it can't be. */
    private volatile @Nullable Optional<Set<X500Principal>> known;

    /** Whether one of them may have issued a certificate; where they are not known, they may have issued each. */
    boolean issued(X509Certificate certificate) {
        Optional<Set<X500Principal>> subjects = known;
        if (subjects == null) {
            subjects = read(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"));
            known = subjects;
        }
        return subjects.map(all -> all.contains(certificate.getIssuerX500Principal())
                        || all.contains(certificate.getSubjectX500Principal()))
                .orElse(true);
    }

    private static Optional<Set<X500Principal>> read(Path file) {
        try {
            KeyStore store = StoreFile.read(file, null);
            Set<X500Principal> subjects = new HashSet<>();
            for (String alias : Collections.list(store.aliases())) {
                if (alias.contains(MARK) && store.getCertificate(alias) instanceof X509Certificate authority) {
                    subjects.add(authority.getSubjectX500Principal());
                }
            }
            return Optional.of(subjects);
        } catch (IOException | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }
}
