package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate chain with its private key: how a server or a client proves who it is. Immutable; the key may live in an
 * HSM. Private keys of the JDK can't be wiped, so a credential lives as long as it is referred to.
 */
public final class Credential {

    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final List<byte[]> encoded;

    private Credential(List<X509Certificate> chain, PrivateKey key, List<byte[]> encoded) {
        this.chain = chain;
        this.key = key;
        this.encoded = encoded;
    }

    /**
     * A credential of parts that are there already.
     *
     * @param chain our own certificate first, each next one issued the one before; the root may be left out
     * @param key the private key of the first certificate; need not show its bytes
     * @return the credential
     * @throws IllegalArgumentException if the chain is empty or the key is not the first certificate's, as far as the
     *     key lets itself be checked
     */
    public static Credential of(List<X509Certificate> chain, PrivateKey key) {
        List<X509Certificate> copy = List.copyOf(chain);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a chain without certificates: at least the key's own one is needed");
        }
        KeyMatch.require(copy, key);
        List<byte[]> encoded = new ArrayList<>();
        for (X509Certificate certificate : copy) {
            try {
                encoded.add(certificate.getEncoded());
            } catch (CertificateEncodingException unusual) {
                throw new IllegalArgumentException(
                        "the certificate of " + certificate.getSubjectX500Principal() + " can't be encoded", unusual);
            }
        }
        return new Credential(copy, key, Collections.unmodifiableList(encoded));
    }

    /**
     * Reads a chain and its key from PEM files. Both may be one and the same file; text around the blocks is ignored.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds a PRIVATE KEY (PKCS#8), RSA PRIVATE KEY (PKCS#1) or EC PRIVATE KEY (SEC 1) block
     * @return the credential
     * @throws IOException if a file can't be read
     * @throws IllegalArgumentException if a file does not hold what it should, or the two do not belong together
     */
    public static Credential pem(Path chain, Path key) throws IOException {
        return pem(chain, key, null);
    }

    /**
     * Reads a chain and its key from PEM files, where the key may be encrypted.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds an ENCRYPTED PRIVATE KEY block, or a plain one, for which no password is needed
     * @param password opens the key; not modified, the caller wipes it
     * @return the credential
     * @throws IOException if a file can't be read
     * @throws IllegalArgumentException if a file does not hold what it should, the password does not open the key, or the
     *     two do not belong together
     */
    public static Credential pem(Path chain, Path key, char @Nullable [] password) throws IOException {
        return pem(chain, key, password, List.of());
    }

    /**
     * Reads a chain and its key from PEM files, of a kind that perhaps only a signature scheme knows: SM2, say.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds an ENCRYPTED PRIVATE KEY block, or a plain one, for which no password is needed
     * @param password opens the key; not modified, the caller wipes it
     * @param schemes asked for keys that no provider of the JDK's knows: {@code Selection.signing}, for example
     * @return the credential
     * @throws IOException if a file can't be read
     * @throws IllegalArgumentException if a file does not hold what it should, the password does not open the key, or the
     *     two do not belong together
     */
    public static Credential pem(
            Path chain, Path key, char @Nullable [] password, Collection<? extends SignatureScheme> schemes)
            throws IOException {
        byte[] chainText = Files.readAllBytes(chain);
        byte[] keyText = Files.readAllBytes(key);
        return pem(chainText, String.valueOf(chain), keyText, String.valueOf(key), password, schemes);
    }

    /**
     * Reads a chain and its key from PEM text.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds a PRIVATE KEY (PKCS#8), RSA PRIVATE KEY (PKCS#1) or EC PRIVATE KEY (SEC 1) block
     * @return the credential
     * @throws IllegalArgumentException if a text does not hold what it should, or the two do not belong together
     */
    public static Credential pem(String chain, String key) {
        return pem(chain, key, null);
    }

    /**
     * Reads a chain and its key from PEM text, where the key may be encrypted.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds an ENCRYPTED PRIVATE KEY block, or a plain one, for which no password is needed
     * @param password opens the key; not modified, the caller wipes it
     * @return the credential
     * @throws IllegalArgumentException if a text does not hold what it should, the password does not open the key, or the
     *     two do not belong together
     */
    public static Credential pem(String chain, String key, char @Nullable [] password) {
        return pem(chain, key, password, List.of());
    }

    /**
     * Reads a chain and its key from PEM text, of a kind that perhaps only a signature scheme knows: SM2, say.
     *
     * @param chain holds CERTIFICATE blocks, our own first
     * @param key holds an ENCRYPTED PRIVATE KEY block, or a plain one, for which no password is needed
     * @param password opens the key; not modified, the caller wipes it
     * @param schemes asked for keys that no provider of the JDK's knows: {@code Selection.signing}, for example
     * @return the credential
     * @throws IllegalArgumentException if a text does not hold what it should, the password does not open the key, or the
     *     two do not belong together
     */
    public static Credential pem(
            String chain, String key, char @Nullable [] password, Collection<? extends SignatureScheme> schemes) {
        byte[] chainText = chain.getBytes(StandardCharsets.UTF_8);
        return pem(chainText, "the chain", key.getBytes(StandardCharsets.UTF_8), "the key", password, schemes);
    }

    private static Credential pem(
            byte[] chainText,
            String chainName,
            byte[] keyText,
            String keyName,
            char @Nullable [] password,
            Collection<? extends SignatureScheme> schemes) {
        try {
            List<X509Certificate> chain = PemCertificates.read(chainText, chainName, schemes);
            return of(chain, PemPrivateKey.read(keyText, keyName, password, schemes));
        } finally {
            Arrays.fill(chainText, (byte) 0);
            Arrays.fill(keyText, (byte) 0);
        }
    }

    /**
     * Reads every key with its chain from a PKCS#12 file.
     *
     * @param file a .p12 or .pfx file
     * @param password opens the file and its keys; not modified, the caller wipes it
     * @return one or more credentials, in the order of their aliases
     * @throws IOException if the file can't be read, is not PKCS#12, or the password is wrong
     * @throws IllegalArgumentException if it holds no key, or a key that is not its certificate's
     */
    public static List<Credential> pkcs12(Path file, char[] password) throws IOException {
        KeyStore store;
        try (InputStream in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
        } catch (GeneralSecurityException unusual) {
            throw new IOException(file + " can't be opened as PKCS#12: " + unusual.getMessage(), unusual);
        }
        return of(store, password);
    }

    /**
     * Takes every key with its chain out of a key store.
     *
     * @param store loaded already; entries that are not private keys with X.509 certificates are left out
     * @param password of the keys; not modified, the caller wipes it
     * @return one or more credentials, in the order of their aliases
     * @throws IllegalArgumentException if there is no key, a key can't be had with this password, or a key is not its
     *     certificate's
     */
    public static List<Credential> of(KeyStore store, char[] password) {
        List<Credential> found = new ArrayList<>();
        try {
            List<String> aliases = Collections.list(store.aliases());
            Collections.sort(aliases);
            for (String alias : aliases) {
                if (!store.isKeyEntry(alias)) continue;
                Certificate[] certificates = store.getCertificateChain(alias);
                if (certificates != null
                        && store.getKey(alias, password) instanceof PrivateKey key
                        && Arrays.stream(certificates).allMatch(X509Certificate.class::isInstance)) {
                    List<X509Certificate> chain = Arrays.stream(certificates)
                            .map(X509Certificate.class::cast)
                            .toList();
                    found.add(of(chain, key));
                }
            }
        } catch (GeneralSecurityException closed) {
            throw new IllegalArgumentException("a key of the key store can't be had: " + closed.getMessage(), closed);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the key store holds no private key with an X.509 certificate chain");
        }
        return List.copyOf(found);
    }

    /**
     * The certificates as they are sent.
     *
     * @return at least one, our own first
     */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * Our own certificate.
     *
     * @return the first of the chain
     */
    public X509Certificate leaf() {
        return chain.get(0);
    }

    /**
     * The private key of our own certificate.
     *
     * @return the key; need not show its bytes
     */
    public PrivateKey key() {
        return key;
    }

    /**
     * The public key of our own certificate.
     *
     * @return the key
     */
    public PublicKey publicKey() {
        return leaf().getPublicKey();
    }

    /**
     * Tells whether our own certificate is for a host (RFC 9525 6), to choose one by the client's server_name.
     *
     * @param host a DNS name or a textual IP address
     * @return true if a subjectAltName says so
     */
    public boolean names(String host) {
        return ServerNames.matches(leaf(), host);
    }

    /**
     * The chain as it goes on the wire, encoded once.
     *
     * @return DER of each certificate; shared, not to be modified
     */
    public List<byte[]> encodedChain() {
        return encoded;
    }

    /** Whose it is, what it is for and how long: never the key. */
    @Override
    public String toString() {
        return "Credential[" + CertificateText.of(leaf()) + ", " + chain.size()
                + (chain.size() == 1 ? " certificate]" : " certificates]");
    }
}
