package dev.dovetail.tls.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues certificates. Immutable and safe for several threads. */
public final class Authority {

    private final Issued own;
    private final boolean root;

    private Authority(Issued own, boolean root) {
        this.own = own;
        this.root = root;
    }

    /**
     * A root authority with a P-256 key.
     *
     * @param name its common name
     * @return the authority
     */
    public static Authority create(String name) {
        return create(name, KeyKind.EC_P256);
    }

    /**
     * A root authority.
     *
     * @param name its common name
     * @param kind the kind of its key
     * @return the authority
     */
    public static Authority create(String name, KeyKind kind) {
        Request request = authority(name, kind);
        KeyPair keys = kind.generate();
        return new Authority(selfSigned(request, keys, true), true);
    }

    /**
     * Somebody who issues certificates with the key of a certificate, allowed or not: with a leaf's, say, to make chains
     * that have to be refused.
     *
     * @param issued the certificate and its key
     * @return the authority
     */
    public static Authority of(Issued issued) {
        return new Authority(issued, false);
    }

    /**
     * A certificate that vouches for itself, and is no authority.
     *
     * @param request what it is to be like
     * @return the key and the certificate
     */
    public static Issued selfSigned(Request request) {
        KeyPair keys = request.keys().orElseGet(request.kind()::generate);
        return selfSigned(request, keys, false);
    }

    private static Issued selfSigned(Request request, KeyPair keys, boolean authority) {
        X509Certificate certificate =
                new CertificateForm(request, keys.getPublic(), authority).signed(keys.getPrivate());
        return new Issued(keys.getPrivate(), List.of(certificate));
    }

    /**
     * Issues a certificate.
     *
     * @param request what it is to be like
     * @return the key, and the chain without the root
     */
    public Issued issue(Request request) {
        return issue(request, false);
    }

    /**
     * An authority below this one, with a key of the same kind as {@link #create(String)} has.
     *
     * @param name its common name
     * @return the intermediate authority
     */
    public Authority intermediate(String name) {
        return intermediate(authority(name, KeyKind.EC_P256));
    }

    /**
     * An authority below this one that is like the request: expired, say.
     *
     * @param request what its certificate is to be like, apart from being an authority's
     * @return the intermediate authority
     */
    public Authority intermediate(Request request) {
        return new Authority(issue(request, true), false);
    }

    /**
     * This authority's own certificate: what to trust, if it is a root.
     *
     * @return the certificate
     */
    public X509Certificate certificate() {
        return own.certificate();
    }

    /**
     * This authority's certificate in PEM form.
     *
     * @return one block
     */
    public String pem() {
        return Pem.certificates(List.of(certificate()));
    }

    /**
     * A PKCS #12 store that trusts this authority.
     *
     * @return a key store of the JDK's own, held in memory, with one trusted certificate
     */
    public KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", certificate());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate can't be stored", e);
        }
    }

    private Issued issue(Request request, boolean authority) {
        KeyPair keys = request.keys().orElseGet(request.kind()::generate);
        X509Certificate certificate =
                new CertificateForm(request, keys.getPublic(), authority).signed(own.privateKey(), own.certificate());
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        // RFC 8446 4.4.2: the root is not sent, the peer has it.
        if (!root) chain.addAll(own.chain());
        return new Issued(keys.getPrivate(), chain);
    }

    private static Request authority(String name, KeyKind kind) {
        return new Request(
                kind,
                Optional.empty(),
                new Request.Names(name, List.of(), List.of()),
                Request.Validity.days(300),
                Optional.of(Set.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN)),
                Set.of(),
                Optional.empty());
    }
}
