package dev.dovetail.tls.jsse.credential;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathChecker;
import java.security.cert.CertPathValidator;
import java.security.cert.CertSelector;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JDK's parameters of certification paths, as far as {@link dev.dovetail.tls.handshake.credential.PkixVerifier} can
 * follow them: trust anchors, a time, and revocation. What it can't is refused, not passed over.
 */
final class PathParameters {

    private static final int USUAL_LENGTH = 5;

    private PathParameters() {}

    static Trust trust(PKIXBuilderParameters parameters) throws InvalidAlgorithmParameterException {
        requireUsual(parameters);
        List<X509Certificate> roots = new ArrayList<>();
        for (TrustAnchor anchor : parameters.getTrustAnchors()) {
            X509Certificate certificate = anchor.getTrustedCert();
            refuse(certificate == null, "a trust anchor without a certificate");
            refuse(anchor.getNameConstraints() != null, "a trust anchor with name constraints");
            roots.add(certificate);
        }
        // The set has no order.
        roots.sort(Comparator.comparing(root -> root.getSubjectX500Principal().getName()));
        Optional<PKIXRevocationChecker> revocation = revocation(parameters);
        return Trust.of(roots, verifier -> {
            var dated = parameters.getDate() == null
                    ? verifier
                    : verifier.at(parameters.getDate().toInstant());
            return revocation.map(dated::withRevocation).orElse(dated);
        });
    }

    /** The checker that the JDK would take if nobody brought one. */
    static PKIXRevocationChecker usualRevocation() {
        try {
            return (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        } catch (GeneralSecurityException notHere) {
            throw new IllegalStateException("this JDK has no PKIX validator", notHere);
        }
    }

    private static Optional<PKIXRevocationChecker> revocation(PKIXBuilderParameters parameters)
            throws InvalidAlgorithmParameterException {
        List<PKIXCertPathChecker> checkers = parameters.getCertPathCheckers();
        for (CertPathChecker checker : checkers) {
            refuse(
                    !(checker instanceof PKIXRevocationChecker),
                    "a checker of " + checker.getClass().getName());
        }
        refuse(checkers.size() > 1, "more than one revocation checker");
        if (!checkers.isEmpty()) return Optional.of((PKIXRevocationChecker) checkers.get(0));
        return parameters.isRevocationEnabled() ? Optional.of(usualRevocation()) : Optional.empty();
    }

    private static void requireUsual(PKIXBuilderParameters parameters) throws InvalidAlgorithmParameterException {
        refuse(
                !parameters.getCertStores().isEmpty(),
                "CertStores: give the revocation checker OCSP responses or let it"
                        + " fetch lists, and have peers send intermediate certificates");
        refuse(!parameters.getInitialPolicies().isEmpty(), "initial policies");
        refuse(
                parameters.isExplicitPolicyRequired()
                        || parameters.isPolicyMappingInhibited()
                        || parameters.isAnyPolicyInhibited(),
                "rules about policies");
        refuse(parameters.getMaxPathLength() != USUAL_LENGTH, "a length of paths other than " + USUAL_LENGTH);
        refuse(parameters.getSigProvider() != null, "a provider of signatures");
        refuse(!selectsAll(parameters.getTargetCertConstraints()), "constraints on the peer's certificate");
    }

    private static boolean selectsAll(CertSelector selector) {
        if (selector == null) return true;
        if (selector.getClass() != X509CertSelector.class) return false;
        X509CertSelector x509 = (X509CertSelector) selector;
        return x509.getBasicConstraints() == -1 && Stream.of(criteria(x509)).allMatch(Objects::isNull);
    }

    private static Object[] criteria(X509CertSelector selector) {
        return new Object[] {
            selector.getCertificate(),
            selector.getSerialNumber(),
            selector.getIssuer(),
            selector.getSubject(),
            selector.getSubjectKeyIdentifier(),
            selector.getAuthorityKeyIdentifier(),
            selector.getCertificateValid(),
            selector.getPrivateKeyValid(),
            selector.getSubjectPublicKeyAlgID(),
            selector.getSubjectPublicKey(),
            selector.getKeyUsage(),
            selector.getExtendedKeyUsage(),
            selector.getSubjectAlternativeNames(),
            selector.getNameConstraints(),
            selector.getPolicy(),
            selector.getPathToNames()
        };
    }

    private static void refuse(boolean asked, String what) throws InvalidAlgorithmParameterException {
        if (!asked) return;
        throw new InvalidAlgorithmParameterException("the trust manager of Dovetail can't follow " + what
                + "; the JDK's (TrustManagerFactory \"PKIX\") may, and serves as well");
    }
}
