package dev.dovetail.tls.handshake.credential;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Certificates as a person wants to read them in one line. */
final class CertificateText {

    /** Names listed before a certificate of a hosting company fills the screen. */
    private static final int MOST_NAMES = 8;

    private CertificateText() {}

    static String of(X509Certificate certificate) {
        return subject(certificate) + ", " + names(certificate) + ", " + key(certificate.getPublicKey()) + ", until "
                + date(certificate.getNotAfter());
    }

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal());
    }

    private static String name(X500Principal principal) {
        String name = principal.getName(X500Principal.RFC2253).replaceAll("\\p{IsControl}", "?");
        return name.isEmpty() ? "(no subject)" : name;
    }

    static String names(X509Certificate certificate) {
        List<String> names = ServerNames.of(certificate);
        if (names.isEmpty()) return "no names";
        String shown = String.join(" ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                .replaceAll("\\p{IsControl}", "?");
        int left = names.size() - MOST_NAMES;
        return "for " + shown + (left > 0 ? " and " + left + " more" : "");
    }

    static String key(PublicKey key) {
        if (key instanceof RSAKey rsa)
            return key.getAlgorithm() + " " + rsa.getModulus().bitLength();
        if (key instanceof EdECKey edwards) return edwards.getParams().getName();
        if (key instanceof ECKey ec && ec.getParams() != null) {
            return "EC " + ec.getParams().getCurve().getField().getFieldSize();
        }
        return key.getAlgorithm();
    }

    static String date(Date date) {
        return date(date.toInstant());
    }

    static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
