package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Judges a chain as RFC 5280 6.1 and RFC 9525 6 say, through the JDK: a path to a trusted root, valid now, allowed for
 * this use, and, for a server, for the host that was wanted.
 *
 * <p>The chain is taken as sent; where that leads nowhere, a path is built from what was sent in any order. The JDK's
 * own policies hold: {@code jdk.certpath.disabledAlgorithms}, also its {@code usage TLSServer}, and
 * {@code jdk.security.caDistrustPolicies}. {@code jdk.tls.disabledAlgorithms} belongs to the JDK's own TLS and is not
 * asked. A certificate that is itself among the roots is trusted as it is, without a path.
 *
 * <p>A chain whose signatures the JDK can't verify, because only a plug-in knows the algorithm, is judged by the schemes in
 * {@link PeerCertificates#schemes()}: more strictly, without name constraints, policies or revocation, and only where all
 * its signatures are such. RSA, DSA and DH keys in it need 2048 bits, keys on curves 224.
 *
 * <p>Revocation is not checked unless {@link #withRevocation} says how, because that would do I/O. The verdict is there
 * when {@link #verify} returns. Immutable, safe for many connections at once.
 */
public final class PkixVerifier implements PeerVerifier {

    private final List<X509Certificate> roots;
    private final Optional<Instant> at;
    private final Optional<PKIXRevocationChecker> revocation;
    private final boolean anyName;
    private final PathValidation path;
    private volatile byte @Nullable [] identity;

    private PkixVerifier(
            List<X509Certificate> roots,
            Optional<Instant> at,
            Optional<PKIXRevocationChecker> revocation,
            boolean anyName) {
        this.roots = roots;
        this.at = at;
        this.revocation = revocation;
        this.anyName = anyName;
        this.path = new PathValidation(roots, at, revocation);
    }

    /**
     * Trusts what the JDK trusts: its cacerts file, or what {@code javax.net.ssl.trustStore} names. Reads it now.
     *
     * @return the verifier
     * @throws IllegalStateException if the trust store can't be read or is empty
     */
    public static PkixVerifier systemTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509 && x509.getAcceptedIssuers().length > 0) {
                    return trusting(Arrays.asList(x509.getAcceptedIssuers()));
                }
            }
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "the JDK's default trust store can't be read: " + unreadable.getMessage(), unreadable);
        }
        throw new IllegalStateException("the JDK's default trust store is empty: set javax.net.ssl.trustStore,"
                + " or name the roots with PkixVerifier.trusting");
    }

    /**
     * Trusts these certificates and no others.
     *
     * @param roots certificates of authorities, or a peer's own one to trust that peer alone
     * @return the verifier
     * @throws IllegalArgumentException if there are none
     */
    public static PkixVerifier trusting(Collection<X509Certificate> roots) {
        List<X509Certificate> distinct = List.copyOf(new LinkedHashSet<>(roots));
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException("a verifier without a trusted certificate could accept nobody");
        }
        return new PkixVerifier(distinct, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Trusts the certificates of a PEM file and no others.
     *
     * @param file holds one or more CERTIFICATE blocks
     * @return the verifier
     * @throws IOException if the file can't be read
     * @throws IllegalArgumentException if it holds no certificates
     */
    public static PkixVerifier trustingPem(Path file) throws IOException {
        return trustingPem(file, List.of());
    }

    /**
     * Trusts the certificates of a PEM file and no others, with keys that perhaps only a signature scheme knows: SM2, say.
     *
     * @param file holds one or more CERTIFICATE blocks
     * @param schemes asked for keys that no provider of the JDK's knows: {@code Selection.certificates}, for example
     * @return the verifier
     * @throws IOException if the file can't be read
     * @throws IllegalArgumentException if it holds no certificates
     */
    public static PkixVerifier trustingPem(Path file, Collection<? extends SignatureScheme> schemes)
            throws IOException {
        return trusting(PemCertificates.read(Files.readAllBytes(file), String.valueOf(file), schemes));
    }

    /**
     * The same verifier at another time than now, for tests and for looking back.
     *
     * @param instant when certificates have to be valid
     * @return a new verifier
     */
    public PkixVerifier at(Instant instant) {
        return new PkixVerifier(roots, Optional.of(instant), revocation, anyName);
    }

    /**
     * The same verifier, which also asks whether certificates were revoked. Stapled OCSP responses are used first;
     * beyond them the checker may fetch responses and lists over the network, as its options and the JDK's properties say.
     *
     * @param checker with its options set, from {@link java.security.cert.CertPathValidator#getRevocationChecker()};
     *     copied
     * @return a new verifier
     */
    public PkixVerifier withRevocation(PKIXRevocationChecker checker) {
        return new PkixVerifier(roots, at, Optional.of(checker.clone()), anyName);
    }

    /**
     * The same verifier, which does not look at the server's name: whoever has a certificate of these roots, for whatever
     * host, is accepted. For those who check the name by themselves.
     *
     * @return a new verifier
     */
    public PkixVerifier insecureAnyName() {
        return new PkixVerifier(roots, at, revocation, true);
    }

    @Override
    public CompletionStage<Verdict> verify(PeerCertificates peer) {
        try {
            return CompletableFuture.completedFuture(judge(peer));
        } catch (RuntimeException unforeseen) {
            // Some certificate that the JDK or a provider stumbles over: not accepted, and told as what it is.
            return CompletableFuture.failedFuture(unforeseen);
        }
    }

    /** A hash over all that is trusted; with revocation what was accepted once says nothing. */
    @Override
    public Optional<byte[]> identity() {
        if (revocation.isPresent()) return Optional.empty();
        byte[] known = identity;
        if (known == null) {
            // Every root is hashed for it, and every session that is kept or offered asks: found out once.
            known = TrustHash.of(roots, at, anyName);
            identity = known;
        }
        return Optional.of(known.clone());
    }

    /** The subjects of the trusted certificates that may issue others; all of them, so that a client can choose. */
    @Override
    public List<X500Principal> authorities() {
        return roots.stream()
                .filter(root -> root.getBasicConstraints() >= 0 || root.getVersion() < 3)
                .map(X509Certificate::getSubjectX500Principal)
                .distinct()
                .toList();
    }

    private Verdict judge(PeerCertificates peer) {
        boolean named = peer.peer() == Role.SERVER && !anyName;
        if (named && peer.serverName().isEmpty()) {
            return Verdict.refused(
                    Fault.CONFIGURATION,
                    "no host was named, so the server's certificate can't be checked against one: name the host,"
                            + " or use a verifier whose name says insecure");
        }
        Instant now = at.orElseGet(Instant::now);
        try {
            // In the order in which a person would want to know. The path's check includes dates and usage again.
            CertificateDates.require(peer.leaf(), now);
            CertificateUse.require(peer);
            requirePath(peer, now);
            if (named) requireName(peer.leaf(), peer.serverName().orElseThrow());
            return Verdict.accepted();
        } catch (TlsFault fault) {
            return Verdict.refused(fault);
        }
    }

    /** By the JDK; where it does not know the algorithms, by the signature schemes that we accept in certificates. */
    private void requirePath(PeerCertificates peer, Instant now) {
        Optional<TlsFault> byTheJdk = path.refusal(peer);
        if (byTheJdk.isEmpty()) return;
        SchemePath found = SchemePath.of(peer.chain(), roots, peer.schemes());
        if (!found.beyondTheJdk()) throw byTheJdk.get();
        if (revocation.isPresent()) {
            throw new TlsFault(
                    Fault.CERTIFICATE_INVALID,
                    "whether the certificate of " + CertificateText.subject(peer.leaf())
                            + " was revoked can't be found out: the JDK does not know the algorithms of its chain");
        }
        found.require(peer.peer(), now);
    }

    private static void requireName(X509Certificate leaf, String host) {
        if (ServerNames.matches(leaf, host)) return;
        throw new TlsFault(
                Fault.CERTIFICATE_NAME_MISMATCH,
                "wanted " + host + ", the certificate of " + CertificateText.subject(leaf) + " is "
                        + (ServerNames.of(leaf).isEmpty()
                                ? "for no host: it has no DNS name or IP address in subjectAltName"
                                        + " (its common name does not count)"
                                : CertificateText.names(leaf))
                        + "; name a host that it is for, or have it issued for this one");
    }

    /** How many roots, and what else was chosen. */
    @Override
    public String toString() {
        return "PkixVerifier[" + roots.size() + (roots.size() == 1 ? " root" : " roots")
                + (revocation.isPresent() ? ", with revocation" : "") + (anyName ? ", any name" : "") + "]";
    }
}
