package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * Why there is no valid path: which fault, and a sentence for a person. It decides nothing: the peer was refused before,
 * and stays refused whatever is found here.
 */
final class PathDiagnosis {

    private final Set<TrustAnchor> anchors;
    private final Instant now;

    PathDiagnosis(Set<TrustAnchor> anchors, Instant now) {
        this.anchors = anchors;
        this.now = now;
    }

    TlsFault explain(List<X509Certificate> sent, CertificateException refusal) {
        List<X509Certificate> path = issuingOrder(sent);
        // Where the JDK tried to build a path it says only that it found none; validating one says why.
        CertPathValidatorException why =
                validatorException(refusal).orElseGet(() -> validate(path).orElse(null));
        if (why == null) return of(Fault.CERTIFICATE_INVALID, sent.get(0), message(refusal), refusal);
        List<X509Certificate> judged = why.getCertPath() == null ? path : certificates(why);
        int index = why.getIndex();
        X509Certificate culprit = index >= 0 && index < judged.size() ? judged.get(index) : path.get(path.size() - 1);
        return fault(why, culprit, path, refusal);
    }

    private TlsFault fault(
            CertPathValidatorException why,
            X509Certificate culprit,
            List<X509Certificate> path,
            CertificateException refusal) {
        Reason reason = why.getReason();
        if (reason == BasicReason.EXPIRED || reason == BasicReason.NOT_YET_VALID) {
            String problem = CertificateDates.problem(culprit, now)
                    .orElseGet(() -> subject(culprit) + " is outside of its validity: " + message(why));
            return new TlsFault(Fault.CERTIFICATE_EXPIRED, problem).causedBy(refusal);
        }
        if (reason == BasicReason.REVOKED) return of(Fault.CERTIFICATE_REVOKED, culprit, message(why), refusal);
        if (reason == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
            String unknown = "whether it was revoked could not be found out (" + message(why)
                    + "): have the server staple a response, or allow PKIXRevocationChecker.Option.SOFT_FAIL";
            return of(Fault.CERTIFICATE_INVALID, culprit, unknown, refusal);
        }
        if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
            String weak =
                    "signed with " + culprit.getSigAlgName() + ", key " + CertificateText.key(culprit.getPublicKey())
                            + ": too weak for this JDK's jdk.certpath.disabledAlgorithms (" + message(why)
                            + "); it has to be issued anew";
            return of(Fault.CERTIFICATE_INVALID, culprit, weak, refusal);
        }
        if (reason == PKIXReason.NO_TRUST_ANCHOR || reason == PKIXReason.NAME_CHAINING) {
            return untrusted(path, refusal);
        }
        return of(Fault.CERTIFICATE_INVALID, culprit, message(why), refusal);
    }

    private TlsFault untrusted(List<X509Certificate> path, CertificateException refusal) {
        // An expired intermediate is left out by the builder, which then ends at an unknown issuer: say what really is.
        for (X509Certificate certificate : path) {
            Optional<String> outdated = CertificateDates.problem(certificate, now);
            if (outdated.isPresent() && chains(path)) {
                return new TlsFault(Fault.CERTIFICATE_EXPIRED, outdated.get()).causedBy(refusal);
            }
        }
        X509Certificate last = path.get(path.size() - 1);
        boolean selfIssued = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        String end;
        if (trusted(last.getIssuerX500Principal())) {
            end = "says it was issued by " + CertificateText.issuer(last)
                    + ", and a trusted certificate has that name but another key: take the one that belongs to the chain";
        } else if (selfIssued) {
            end = path.size() == 1
                    ? "is self-signed and not among the " + anchors.size() + " trusted certificates: trust it by name,"
                            + " or have one issued by a trusted authority"
                    : "is a root that is not among the " + anchors.size()
                            + " trusted certificates: add it if it is yours";
        } else {
            end = "was issued by " + CertificateText.issuer(last) + ", which is neither in the chain nor among the "
                    + anchors.size() + " trusted certificates: trust that authority, or have the peer send the missing"
                    + " intermediate certificate";
        }
        return of(Fault.CERTIFICATE_UNTRUSTED, last, end, refusal);
    }

    /** Whether the path's last issuer has the name of a trusted certificate. */
    private boolean chains(List<X509Certificate> path) {
        X509Certificate last = path.get(path.size() - 1);
        return trusted(last.getIssuerX500Principal());
    }

    private boolean trusted(X500Principal name) {
        return anchors.stream()
                .anyMatch(anchor ->
                        anchor.getTrustedCert().getSubjectX500Principal().equals(name));
    }

    /** From the peer's own certificate, from each to its issuer by name, up to the last one that was sent. */
    private static List<X509Certificate> issuingOrder(List<X509Certificate> sent) {
        List<X509Certificate> left = new ArrayList<>(sent);
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate next = left.remove(0);
        while (next != null) {
            path.add(next);
            X500Principal issuer = next.getIssuerX500Principal();
            next = left.stream()
                    .filter(candidate -> candidate.getSubjectX500Principal().equals(issuer))
                    .findFirst()
                    .orElse(null);
            left.remove(next);
        }
        return path;
    }

    private Optional<CertPathValidatorException> validate(List<X509Certificate> path) {
        // A root has to be left out: it is the anchor, or there is none.
        Set<X509Certificate> roots =
                anchors.stream().map(TrustAnchor::getTrustedCert).collect(Collectors.toSet());
        List<X509Certificate> judged = path.stream()
                .takeWhile(certificate -> !roots.contains(certificate))
                .toList();
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(judged), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException found) {
            return Optional.of(found);
        } catch (GeneralSecurityException notEvenThat) {
            return Optional.empty();
        }
    }

    private static Optional<CertPathValidatorException> validatorException(Throwable refusal) {
        // The outermost knows which certificate it was; a cause within may know nothing but its message.
        for (Throwable t = refusal; t != null; t = t.getCause()) {
            if (t instanceof CertPathValidatorException found) return Optional.of(found);
        }
        return Optional.empty();
    }

    private static List<X509Certificate> certificates(CertPathValidatorException why) {
        return why.getCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static TlsFault of(Fault fault, X509Certificate culprit, String problem, CertificateException refusal) {
        return new TlsFault(fault, subject(culprit) + " " + problem).causedBy(refusal);
    }

    private static String subject(X509Certificate certificate) {
        return "the certificate of " + CertificateText.subject(certificate);
    }

    private static String message(Throwable t) {
        return String.valueOf(t.getMessage());
    }
}
