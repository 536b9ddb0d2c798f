package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Whether a certificate may be used for what its owner uses it for (RFC 5280 4.2.1.3 and 4.2.1.12). */
final class CertificateUse {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY = "2.5.29.37.0";

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;

    private CertificateUse() {}

    static void require(PeerCertificates peer) {
        problem(peer).ifPresent(problem -> {
            throw new TlsFault(
                    Fault.CERTIFICATE_UNFIT,
                    "the certificate of " + CertificateText.subject(peer.leaf()) + " " + problem);
        });
    }

    private static Optional<String> problem(PeerCertificates peer) {
        Optional<String> purpose = purposeProblem(peer.leaf(), peer.peer());
        if (purpose.isPresent()) return purpose;
        boolean[] usage = peer.leaf().getKeyUsage();
        if (usage == null) return Optional.empty();
        int bit = peer.keyEncipherment() ? KEY_ENCIPHERMENT : DIGITAL_SIGNATURE;
        if (usage.length > bit && usage[bit]) return Optional.empty();
        return Optional.of(
                peer.keyEncipherment()
                        ? "may not be used to encrypt: its key usage needs keyEncipherment for RSA key transport,"
                                + " or take a suite with (EC)DHE"
                        : "may not be used to sign: its key usage needs digitalSignature");
    }

    /** Why a certificate, the peer's own or an authority's above it, is not for this purpose. */
    static Optional<String> purposeProblem(X509Certificate certificate, Role peer) {
        boolean server = peer == Role.SERVER;
        String wanted = server ? SERVER_AUTH : CLIENT_AUTH;
        String word = server ? "serverAuth" : "clientAuth";
        List<String> purposes;
        try {
            purposes = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException notUnderstood) {
            return Optional.of("has an extended key usage that can't be read: " + notUnderstood.getMessage());
        }
        // No extension, no restriction.
        if (purposes != null && !purposes.contains(wanted) && !purposes.contains(ANY)) {
            return Optional.of("is for " + words(purposes) + ", not for a TLS " + (server ? "server" : "client")
                    + ": its extended key usage needs " + word);
        }
        return Optional.empty();
    }

    private static String words(List<String> purposes) {
        return String.join(" ", purposes.stream().map(CertificateUse::word).toList());
    }

    private static String word(String purpose) {
        return switch (purpose) {
            case SERVER_AUTH -> "serverAuth";
            case CLIENT_AUTH -> "clientAuth";
            case "1.3.6.1.5.5.7.3.3" -> "codeSigning";
            case "1.3.6.1.5.5.7.3.4" -> "emailProtection";
            case "1.3.6.1.5.5.7.3.8" -> "timeStamping";
            case "1.3.6.1.5.5.7.3.9" -> "OCSPSigning";
            default -> purpose;
        };
    }
}
