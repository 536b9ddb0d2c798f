package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Whether a certificate is valid at a time (RFC 5280 4.1.2.5). */
final class CertificateDates {

    private CertificateDates() {}

    static void require(X509Certificate certificate, Instant now) {
        problem(certificate, now).ifPresent(problem -> {
            throw new TlsFault(Fault.CERTIFICATE_EXPIRED, problem);
        });
    }

    static Optional<String> problem(X509Certificate certificate, Instant now) {
        // Both ends belong to the validity.
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of("the certificate of " + CertificateText.subject(certificate) + " ended on "
                    + CertificateText.date(certificate.getNotAfter()) + ", it is " + CertificateText.date(now)
                    + ": it has to be renewed");
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of("the certificate of " + CertificateText.subject(certificate) + " begins on "
                    + CertificateText.date(certificate.getNotBefore()) + ", it is " + CertificateText.date(now)
                    + ": if that is wrong, set this machine's clock");
        }
        return Optional.empty();
    }
}
