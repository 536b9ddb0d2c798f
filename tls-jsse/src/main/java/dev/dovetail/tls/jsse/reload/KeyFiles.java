package dev.dovetail.tls.jsse.reload;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.jsse.credential.KeyTable;
import dev.dovetail.tls.jsse.credential.StoreFile;
import dev.dovetail.tls.jsse.credential.StoreKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hold keys, as programs are given them. */
public final class KeyFiles {

    private KeyFiles() {}

    private interface Loader {
        KeyTable load() throws IOException, GeneralSecurityException;
    }

    private record Keys(List<Path> files, Loader loader) implements ReloadSource<KeyTable> {

        @Override
        public KeyTable load() throws IOException, GeneralSecurityException {
            return loader.load();
        }

        @Override
        public List<X509Certificate> certificates(KeyTable value) {
            return value.entries().stream().map(one -> one.credential().leaf()).toList();
        }
    }

    /**
     * A chain and its key in PEM.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds the private key
     * @param password opens the key, or null; copied
     * @param schemes asked for kinds that the JDK does not know
     * @return the source of one credential, named {@code pem}
     */
    public static ReloadSource<KeyTable> pem(
            Path chain, Path key, char @Nullable [] password, Collection<? extends SignatureScheme> schemes) {
        char @Nullable [] kept = password == null ? null : password.clone();
        return new Keys(
                chain.equals(key) ? List.of(chain) : List.of(chain, key),
                () -> new KeyTable(
                        List.of(new KeyTable.Entry("pem", Credential.pem(chain, key, kept, List.copyOf(schemes))))));
    }

    /**
     * A PKCS#12 or JKS file.
     *
     * @param file holds keys with their chains
     * @param password opens the file and its keys; copied
     * @return the source of its credentials, under their own names
     */
    public static ReloadSource<KeyTable> keyStore(Path file, char[] password) {
        char[] kept = password.clone();
        return new Keys(List.of(file), () -> {
            KeyTable table = StoreKeys.of(StoreFile.read(file, kept), kept);
            if (table.entries().isEmpty()) throw new KeyStoreException(file + " holds no private key");
            return table;
        });
    }
}
