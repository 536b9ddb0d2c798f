package dev.dovetail.tls.jsse.algorithm;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.PeerCertificates;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the security property {@code jdk.tls.disabledAlgorithms} says of certificates, in the grammar of the JDK's
 * {@code java.security} file. Names of protocols and suites, and patterns of them, concern no certificate. A term that
 * nobody understands leaves its algorithm disabled. Immutable, for many threads.
 *
 * <p>The JDK's own managers ask it by themselves; this is for all others.
 */
public final class DisabledAlgorithms implements AlgorithmConstraints {

    /** The name of the security property. */
    public static final String PROPERTY = "jdk.tls.disabledAlgorithms";

    private static final String INCLUDE = "include ";

    private final List<DisabledAlgorithm> entries;
    private final Clock clock;
    private final Predicate<X509Certificate> jdkAuthorities;

    private DisabledAlgorithms(
            List<DisabledAlgorithm> entries, Clock clock, Predicate<X509Certificate> jdkAuthorities) {
        this.entries = entries;
        this.clock = clock;
        this.jdkAuthorities = jdkAuthorities;
    }

    /**
     * What the property says now.
     *
     * @return the algorithms
     */
    public static DisabledAlgorithms read() {
        return of(Security::getProperty, Clock.systemUTC(), new JdkAuthorities()::issued);
    }

    /** What it says where somebody else has the properties, the time, and the JDK's authorities. */
    static DisabledAlgorithms of(
            Function<String, @Nullable String> properties, Clock clock, Predicate<X509Certificate> jdkAuthorities) {
        return new DisabledAlgorithms(
                entries(properties.apply(PROPERTY))
                        // Such as jdk.disabled.namedCurves, which includes nothing in turn.
                        .flatMap(entry -> entry.regionMatches(true, 0, INCLUDE, 0, INCLUDE.length())
                                ? entries(properties.apply(
                                        entry.substring(INCLUDE.length()).strip()))
                                : Stream.of(entry))
                        .map(DisabledAlgorithm::of)
                        .toList(),
                clock,
                jdkAuthorities);
    }

    private static Stream<String> entries(@Nullable String list) {
        if (list == null) return Stream.empty();
        return Arrays.stream(list.replace("\"", "").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty());
    }

    /**
     * Refuses a chain for what is disabled: each key, and each signature but those of trusted certificates, which are
     * trusted without it, and of self-signed ones, whose signatures say nothing. All that the peer sent counts, since a
     * manager does not tell which path it has found.
     *
     * @param peer with its chain
     * @param trusted certificates that need no issuer
     * @throws CertificateException naming the certificate and the entry
     */
    public void require(PeerCertificates peer, Collection<X509Certificate> trusted) throws CertificateException {
        if (entries.isEmpty()) return;
        BooleanSupplier jdkAuthority = () -> peer.chain().stream().anyMatch(jdkAuthorities);
        for (X509Certificate certificate : peer.chain()) {
            requireKey(certificate, peer.peer(), jdkAuthority);
            if (!isTrusted(certificate, trusted) && !isSelfSigned(certificate)) {
                requireSignature(certificate, peer, jdkAuthority);
            }
        }
    }

    private void requireKey(X509Certificate certificate, Role owner, BooleanSupplier jdkAuthority)
            throws CertificateException {
        PublicKey key = certificate.getPublicKey();
        AlgorithmUse use = new AlgorithmUse(
                AlgorithmNames.ofKey(key), Optional.of(key), Optional.of(owner), jdkAuthority, clock.instant());
        Optional<String> entry = entry(use);
        if (entry.isEmpty()) return;
        String size = use.keySize().isPresent() ? " of " + use.keySize().getAsInt() + " bits" : "";
        throw new CertificateException("the key of " + certificate.getSubjectX500Principal() + ", " + key.getAlgorithm()
                + size + ", is disabled by \"" + entry.get() + "\" in " + PROPERTY);
    }

    private void requireSignature(X509Certificate certificate, PeerCertificates peer, BooleanSupplier jdkAuthority)
            throws CertificateException {
        List<SignatureScheme> schemes = peer.schemes();
        Optional<String> entry = entry(new AlgorithmUse(
                AlgorithmNames.ofSignature(certificate, schemes),
                Optional.empty(),
                Optional.of(peer.peer()),
                jdkAuthority,
                clock.instant()));
        if (entry.isEmpty()) return;
        throw new CertificateException("the certificate of " + certificate.getSubjectX500Principal()
                + " is signed with " + certificate.getSigAlgName() + ", disabled by \"" + entry.get() + "\" in "
                + PROPERTY);
    }

    /** A cross-certificate for a trusted key need not be looked at: the path ends before it. */
    private static boolean isTrusted(X509Certificate certificate, Collection<X509Certificate> trusted) {
        return trusted.stream()
                .anyMatch(one -> one.getSubjectX500Principal().equals(certificate.getSubjectX500Principal())
                        && one.getPublicKey().equals(certificate.getPublicKey()));
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) return false;
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException notByItself) {
            return false;
        }
    }

    private Optional<String> entry(AlgorithmUse use) {
        return entries.stream()
                .filter(one -> one.concerns(use))
                .map(DisabledAlgorithm::text)
                .findFirst();
    }

    /** By its name, where nobody knows what it is used for. */
    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
        return entry(new AlgorithmUse(
                        AlgorithmNames.parts(algorithm),
                        Optional.empty(),
                        Optional.empty(),
                        () -> false,
                        clock.instant()))
                .isEmpty();
    }

    /** By name and size of a public key, where nobody knows what it is used for; of others by the name. */
    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        Optional<PublicKey> known = key instanceof PublicKey open ? Optional.of(open) : Optional.empty();
        return entry(new AlgorithmUse(AlgorithmNames.ofKey(key), known, Optional.empty(), () -> false, clock.instant()))
                .isEmpty();
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        return permits(primitives, algorithm, parameters) && permits(primitives, key);
    }

    /** The entries. */
    @Override
    public String toString() {
        return entries.stream().map(DisabledAlgorithm::text).toList().toString();
    }
}
