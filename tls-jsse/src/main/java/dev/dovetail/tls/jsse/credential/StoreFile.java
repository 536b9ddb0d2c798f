package dev.dovetail.tls.jsse.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/** A key store in a file, of whichever of the JDK's kinds: its first bytes tell. */
public final class StoreFile {

    private static final int JKS = 0xfeedfeed;
    private static final int JCEKS = 0xcececece;

    private StoreFile() {}

    /**
     * Reads it.
     *
     * @param file PKCS#12, JKS or JCEKS
     * @param password opens it; null where it is not checked
     * @return loaded
     * @throws IOException if it can't be read, or the password is wrong
     * @throws GeneralSecurityException if its kind or algorithms are unknown here
     */
    public static KeyStore read(Path file, char @Nullable [] password) throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(file);
        int magic = content.length < 4 ? 0 : ByteBuffer.wrap(content).getInt();
        KeyStore store = KeyStore.getInstance(magic == JKS ? "JKS" : magic == JCEKS ? "JCEKS" : "PKCS12");
        try {
            store.load(new ByteArrayInputStream(content), password);
        } catch (IOException unreadable) {
            throw new IOException(
                    file + " can't be read as " + store.getType() + ": " + unreadable.getMessage(), unreadable);
        }
        return store;
    }
}
