package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * What all stacks prove themselves with: a certificate for {@link #HOST}, and the root that issued it, with keys of one
 * kind.
 *
 * @param root what clients trust
 * @param privateKey the server's
 * @param chain the server's certificate, and what stands between it and the root
 */
public record ServerIdentity(X509Certificate root, PrivateKey privateKey, List<X509Certificate> chain) {

    /** The server's name. */
    public static final String HOST = "server.test";

    /** What key stores that are never stored are locked with. */
    public static final char[] PASSWORD = "in memory only".toCharArray();

    private static final String ROOT_FILE = "root.der";
    private static final String LEAF_FILE = "leaf.der";
    private static final String KEY_FILE = "key.der";

    /** Keeps a copy of the chain. */
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * A new one: one leaf, issued by the root.
     *
     * @param kind of both keys
     * @return the same for all stacks
     */
    public static ServerIdentity with(KeyKind kind) {
        Authority root = Authority.create("Benchmark Root", kind);
        return of(root, root.issue(Request.server(HOST).key(kind)));
    }

    static ServerIdentity of(Authority root, Issued server) {
        return new ServerIdentity(root.certificate(), server.privateKey(), server.chain());
    }

    /**
     * What clients trust.
     *
     * @return the root alone
     */
    public KeyStore trustStore() {
        try {
            KeyStore store = empty("PKCS12");
            store.setCertificateEntry("root", root);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the root can't be put into a key store", e);
        }
    }

    /**
     * What the server shows.
     *
     * @return key and chain, under {@link #PASSWORD}
     */
    public KeyStore keyStore() {
        try {
            // PKCS #12 would hash the password ten thousand times for each key, and stacks once more to take it out
            // again.
            KeyStore store = empty("JKS");
            store.setKeyEntry("server", privateKey, PASSWORD, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key can't be put into a key store", e);
        }
    }

    private static KeyStore empty(String type) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return store;
    }

    /** Writes it for another process. */
    void write(Path directory) throws IOException, GeneralSecurityException {
        Files.write(directory.resolve(ROOT_FILE), root.getEncoded());
        Files.write(directory.resolve(LEAF_FILE), chain.get(0).getEncoded());
        Files.write(directory.resolve(KEY_FILE), privateKey.getEncoded());
    }

    /** Reads what {@link #write} has written, with the JDK alone: nobody's classes are loaded before their time. */
    static ServerIdentity read(Path directory) throws IOException, GeneralSecurityException {
        X509Certificate leaf = certificate(directory.resolve(LEAF_FILE));
        PrivateKey key = KeyFactory.getInstance(leaf.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(directory.resolve(KEY_FILE))));
        return new ServerIdentity(certificate(directory.resolve(ROOT_FILE)), key, List.of(leaf));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return chain.get(0).getSubjectX500Principal() + " with " + privateKey.getAlgorithm();
    }
}
