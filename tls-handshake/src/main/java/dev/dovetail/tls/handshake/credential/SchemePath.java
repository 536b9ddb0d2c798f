package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A path whose signatures the signature schemes verify, for algorithms that the JDK does not know (RFC 5280 6.1).
 *
 * <p>Choice: much less than the JDK's validation and stricter. Every link must be one that the JDK can't verify, so that
 * its own rules for keys, algorithms and authorities are never gone around; name constraints, policies and any critical
 * extension but the usual ones are refused instead of understood. Keys that the JDK can read, say an RSA key of the
 * peer's own, have to be long enough ({@link KeyLength}).
 *
 * <p>Of the root, name and key are looked at, and whether it may issue. Its validity, its purposes, the length of path that
 * it allows and its name constraints are not, as by the JDK (RFC 5280 6.1.1 d): to trust it says more than it says itself.
 *
 * @param certificates the peer's own first, each next one issued the one before
 * @param root the trusted certificate that issued the last, or is the last; empty if there is none
 * @param schemes those that are accepted in certificates
 */
record SchemePath(List<X509Certificate> certificates, Optional<X509Certificate> root, List<SignatureScheme> schemes) {

    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";
    private static final String INHIBIT_ANY_POLICY = "2.5.29.54";

    /** subjectAltName, keyUsage, basicConstraints, extKeyUsage: looked at here or in {@link CertificateUse}. */
    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.17", "2.5.29.15", "2.5.29.19", "2.5.29.37");

    private static final int KEY_CERT_SIGN = 5;

    /** The path as far as it can be found. */
    static SchemePath of(List<X509Certificate> sent, List<X509Certificate> roots, List<SignatureScheme> schemes) {
        List<X509Certificate> left = new ArrayList<>(sent);
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(left.get(0));
        Optional<X509Certificate> root = Optional.empty();
        while (next.isPresent() && root.isEmpty()) {
            X509Certificate last = next.get();
            path.add(last);
            left.remove(last);
            Predicate<X509Certificate> issued = issuer ->
                    issued(issuer, last) && CertificateSignatures.verified(last, issuer.getPublicKey(), schemes);
            root = root(path, roots, issued);
            // Of several with one name and key the one that may issue: an outdated one may have been sent too.
            next = left.stream().filter(issued).min(Comparator.comparing(issuer -> !mayIssue(issuer)));
        }
        return new SchemePath(List.copyOf(path), root, schemes);
    }

    /** Choice: only the peer's own certificate may be trusted without being an authority's: that is pinning it. */
    private static Optional<X509Certificate> root(
            List<X509Certificate> path, List<X509Certificate> roots, Predicate<X509Certificate> issued) {
        X509Certificate last = path.get(path.size() - 1);
        if (path.size() == 1 && roots.contains(last)) return Optional.of(last);
        return roots.stream()
                .filter(trusted -> mayIssue(trusted) && (trusted.equals(last) || issued.test(trusted)))
                .findFirst();
    }

    /** Whether something on the way to the root is beyond the JDK: else its own verdict has to stand. */
    boolean beyondTheJdk() {
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate certificate = certificates.get(i);
            if (!CertificateReader.isTheJdks(certificate)) return true;
            Optional<X509Certificate> issuer = issuer(i);
            if (issuer.isPresent()
                    && !CertificateSignatures.areTheJdks(
                            certificate, issuer.get().getPublicKey())) return true;
        }
        return false;
    }

    /**
     * Returns if this is a valid path.
     *
     * @param peer whose path it is: what authorities may be used for has to allow that
     * @throws TlsFault if not, with the reason
     */
    void require(Role peer, Instant now) {
        if (root.isEmpty()) throw untrusted();
        // One that is itself trusted needs no path, as with the JDK.
        if (certificates.equals(List.of(root.get()))) return;
        KeyLength.require(root.get());
        int authorities = 0;
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate certificate = certificates.get(i);
            if (certificate.equals(root.get())) return;
            CertificateDates.require(certificate, now);
            requireUnderstood(certificate);
            KeyLength.require(certificate);
            requireBeyondTheJdk(certificate, i);
            if (i == 0) continue;
            requireAuthority(certificate, authorities++);
            requirePurpose(certificate, peer);
        }
    }

    /** Choice: an authority for something else is none for TLS, as browsers have it; RFC 5280 4.2.1.12 is about leaves. */
    private static void requirePurpose(X509Certificate authority, Role peer) {
        CertificateUse.purposeProblem(authority, peer).ifPresent(problem -> {
            throw fault(Fault.CERTIFICATE_INVALID, authority, problem);
        });
    }

    private TlsFault untrusted() {
        // Said first: of a leaf that issued, a missing root would be the smaller part of the truth.
        for (int i = 1; i < certificates.size(); i++) requireAuthority(certificates.get(i), i - 1);
        X509Certificate last = certificates.get(certificates.size() - 1);
        return fault(
                Fault.CERTIFICATE_UNTRUSTED,
                last,
                "was issued by " + CertificateText.issuer(last) + ", and no certificate of that name, sent or"
                        + " trusted, has the key that signed it, as far as the accepted schemes tell ("
                        + String.join(
                                ", ",
                                schemes.stream().map(SignatureScheme::name).toList())
                        + "): trust that authority, or have the peer send what is missing");
    }

    private void requireBeyondTheJdk(X509Certificate certificate, int place) {
        X509Certificate issuer = issuer(place).orElseThrow();
        if (!CertificateSignatures.areTheJdks(certificate, issuer.getPublicKey())) return;
        throw fault(
                Fault.CERTIFICATE_INVALID,
                certificate,
                "is signed with " + certificate.getSigAlgName() + ", which the JDK verifies, in a chain with algorithms"
                        + " that it does not know: such mixtures are refused, have all of the chain signed with one kind");
    }

    private static void requireAuthority(X509Certificate certificate, int below) {
        int most = certificate.getVersion() < 3 ? -1 : certificate.getBasicConstraints();
        if (most < 0 || !mayIssue(certificate)) {
            throw fault(Fault.CERTIFICATE_INVALID, certificate, "issued another one, and is no authority's");
        }
        if (below > most) {
            throw fault(
                    Fault.CERTIFICATE_INVALID,
                    certificate,
                    "allows " + most + " authorities below it, and there are " + below);
        }
    }

    private static void requireUnderstood(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null) {
            for (String oid : critical) if (!UNDERSTOOD.contains(oid)) throw notUnderstood(certificate, oid);
        }
        for (String oid : List.of(NAME_CONSTRAINTS, POLICY_CONSTRAINTS, INHIBIT_ANY_POLICY)) {
            if (certificate.getExtensionValue(oid) != null) throw notUnderstood(certificate, oid);
        }
    }

    private static TlsFault notUnderstood(X509Certificate certificate, String oid) {
        return fault(
                Fault.CERTIFICATE_INVALID,
                certificate,
                "has the extension " + oid + ", which is not understood in chains that the JDK can't validate");
    }

    private Optional<X509Certificate> issuer(int place) {
        return place + 1 < certificates.size() ? Optional.of(certificates.get(place + 1)) : root;
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Versions before 3 can't say it: good enough for what is trusted by name. */
    private static boolean mayIssue(X509Certificate certificate) {
        if (certificate.getVersion() < 3) return true;
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private static TlsFault fault(Fault fault, X509Certificate culprit, String problem) {
        return new TlsFault(fault, "the certificate of " + CertificateText.subject(culprit) + " " + problem);
    }
}
