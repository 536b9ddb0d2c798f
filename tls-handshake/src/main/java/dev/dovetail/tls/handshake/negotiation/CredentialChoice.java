package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.NegotiationReport;
import dev.dovetail.tls.api.NegotiationReport.Removal;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/**
 * Which of several credentials to use: what the peer can verify, and on a server, what has the name that the client asks
 * for.
 *
 * @param config own signing schemes
 * @param credentials our own
 * @param version the version that was negotiated
 * @param peerSchemes numbers that the peer accepts in the handshake
 * @param peerCertificateSchemes numbers that it accepts in certificates
 * @param authorities whom the peer trusts; empty if it did not say
 */
public record CredentialChoice(
        TlsConfig config,
        List<Credential> credentials,
        ProtocolVersion version,
        List<Integer> peerSchemes,
        List<Integer> peerCertificateSchemes,
        List<X500Principal> authorities) {

    /**
     * Own credentials in the order in which they are tried on a server: those with the name first, among these those
     * whose chain the peer can verify.
     *
     * @param serverName the host that the client asks for
     * @return all credentials
     */
    public List<Credential> inOrder(Optional<String> serverName) {
        Comparator<Credential> order =
                Comparator.comparing(credential -> serverName.isPresent() && !credential.names(serverName.get()));
        return credentials.stream()
                .sorted(order.thenComparing(credential -> !chainAccepted(credential)))
                .toList();
    }

    /**
     * The first credential with a scheme that both sides would use.
     *
     * @param candidates in order
     * @param wanted what else has to hold of the scheme
     * @return the choice, or empty: {@link #report} then says why
     */
    public Optional<SigningCredential> choose(List<Credential> candidates, Predicate<SignatureScheme> wanted) {
        for (Credential credential : candidates) {
            Optional<SignatureScheme> scheme = scheme(credential, wanted);
            if (scheme.isPresent()) return Optional.of(new SigningCredential(credential, scheme.get()));
        }
        return Optional.empty();
    }

    /**
     * The scheme for one credential.
     *
     * @param credential chain and key
     * @param wanted what else has to hold of the scheme
     * @return ours first, that the peer accepts and that fits the key
     */
    public Optional<SignatureScheme> scheme(Credential credential, Predicate<SignatureScheme> wanted) {
        return config.selection().signing().stream()
                .filter(wanted)
                .filter(scheme -> objection(scheme, credential).isEmpty())
                .findFirst();
    }

    /**
     * Whether the peer said that it trusts somebody else only.
     *
     * @param credential chain and key
     * @return true if an issuer in the chain is among its authorities, or it named none
     */
    public boolean issuerAccepted(Credential credential) {
        return authorities.isEmpty()
                || credential.chain().stream()
                        .anyMatch(certificate -> authorities.contains(certificate.getIssuerX500Principal()));
    }

    /**
     * Why no credential could be chosen.
     *
     * @return both sides' schemes, and the rule that removed each pair
     */
    public NegotiationReport report() {
        List<Removal> removed = new ArrayList<>();
        for (Credential credential : credentials) {
            for (SignatureScheme scheme : config.selection().signing()) {
                objection(scheme, credential)
                        .ifPresent(rule -> removed.add(new Removal(scheme.name() + " with " + credential, rule)));
            }
        }
        return new NegotiationReport(
                "signature scheme",
                config.selection().signing().stream().map(SignatureScheme::name).toList(),
                NegotiationReport.named(peerSchemes, this::name),
                removed,
                credentials.isEmpty()
                        ? "Configure a credential (certificate and key)."
                        : "Add a credential whose key the peer can verify, or enable its scheme (Selection.signing).");
    }

    private Optional<String> objection(SignatureScheme scheme, Credential credential) {
        if (!scheme.versions().contains(version)) return Optional.of("it does not sign handshakes of " + version);
        if (!scheme.fits(credential.publicKey(), version)) return Optional.of("it does not fit the key");
        if (!peerSchemes.contains(scheme.code())) return Optional.of("the peer does not accept it");
        return Optional.empty();
    }

    private boolean chainAccepted(Credential credential) {
        List<SignatureScheme> accepted = config.selection().certificates().stream()
                .filter(scheme -> peerCertificateSchemes.contains(scheme.code()))
                .toList();
        return credential.chain().stream()
                .allMatch(certificate ->
                        selfIssued(certificate) || accepted.stream().anyMatch(scheme -> scheme.signed(certificate)));
    }

    private static boolean selfIssued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private String name(int code) {
        return config.selection().signing().stream()
                .filter(scheme -> scheme.code() == code)
                .map(SignatureScheme::name)
                .findFirst()
                .orElseGet(() -> String.format("0x%04x", code));
    }
}
