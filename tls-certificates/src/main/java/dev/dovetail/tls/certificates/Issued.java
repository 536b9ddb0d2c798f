package dev.dovetail.tls.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificate chain, as a TLS peer sends it.
 *
 * @param privateKey the key of the first certificate
 * @param chain the certificate first, then intermediate authorities, without the root
 */
public record Issued(PrivateKey privateKey, List<X509Certificate> chain) {

    /** Keeps a copy of the chain. */
    public Issued {
        chain = List.copyOf(chain);
    }

    /**
     * The certificate that was asked for.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * The key that was certified.
     *
     * @return the public key
     */
    public PublicKey publicKey() {
        return certificate().getPublicKey();
    }

    /**
     * The chain in PEM form, for other programs.
     *
     * @return one block for each certificate
     */
    public String chainPem() {
        return Pem.certificates(chain);
    }

    /**
     * The private key in PEM form, for other programs: PKCS #8, not encrypted, on curves with the public key inside.
     *
     * @return one block
     */
    public String privateKeyPem() {
        return Pem.privateKey(privateKey, publicKey());
    }

    /**
     * The key and its chain as a PKCS #12 key store.
     *
     * @param alias the name of the entry
     * @param password protects the entry and, once stored, the whole; not kept
     * @return a key store of the JDK's own, held in memory
     */
    public KeyStore keyStore(String alias, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(alias, privateKey, password, chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key of " + privateKey.getAlgorithm() + " can't be stored", e);
        }
    }

    /** The subject and the kind of key: nothing secret. */
    @Override
    public String toString() {
        return "Issued[" + certificate().getSubjectX500Principal() + ", " + privateKey.getAlgorithm() + "]";
    }
}
