package dev.dovetail.tls.jsse.reload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.jsse.credential.StoreCertificates;
import dev.dovetail.tls.jsse.credential.StoreFile;
import dev.dovetail.tls.jsse.credential.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hold trusted certificates, as programs are given them. */
public final class TrustFiles {

    private TrustFiles() {}

    private interface Loader {
        List<X509Certificate> load() throws IOException, GeneralSecurityException;
    }

    private record Certificates(Path file, Loader loader) implements ReloadSource<Trust> {

        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public Trust load() throws IOException, GeneralSecurityException {
            List<X509Certificate> found = loader.load();
            // Nobody wants to trust nobody: somebody has emptied the wrong file.
            if (found.isEmpty()) throw new KeyStoreException(file + " holds no trusted certificate");
            return Trust.of(found);
        }

        @Override
        public List<X509Certificate> certificates(Trust value) {
            return value.roots();
        }
    }

    /**
     * Certificates in PEM.
     *
     * @param file holds CERTIFICATE blocks
     * @param schemes asked for kinds of keys that the JDK does not know
     * @return the source
     */
    public static ReloadSource<Trust> pem(Path file, Collection<? extends SignatureScheme> schemes) {
        List<SignatureScheme> known = List.copyOf(schemes);
        // Between the blocks may stand text in whatever encoding.
        return new Certificates(
                file, () -> PemBundle.read(Files.readString(file, ISO_8859_1), String.valueOf(file), known));
    }

    /**
     * A PKCS#12 or JKS file.
     *
     * @param file holds certificates
     * @param password opens it, or null; copied
     * @return the source
     */
    public static ReloadSource<Trust> store(Path file, char @Nullable [] password) {
        char @Nullable [] kept = password == null ? null : password.clone();
        return new Certificates(file, () -> StoreCertificates.of(StoreFile.read(file, kept)));
    }
}
