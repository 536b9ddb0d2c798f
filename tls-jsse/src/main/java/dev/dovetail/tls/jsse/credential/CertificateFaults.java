package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import org.jspecify.annotations.Nullable;

/** Which rule a trust manager's refusal is about, so that the peer gets the alert that says so. */
final class CertificateFaults {

    /** Choice: deeper than any chain of causes that means something; one may lead back to itself. */
    private static final int MOST_CAUSES = 32;

    private CertificateFaults() {}

    static TlsFault of(CertificateException refusal) {
        Fault fault = Fault.CERTIFICATE_REJECTED;
        int causes = 0;
        for (Throwable cause = refusal; cause != null && causes < MOST_CAUSES; cause = cause.getCause()) {
            causes++;
            Fault known = of(cause);
            if (known != null) fault = known;
        }
        return new TlsFault(fault, String.valueOf(refusal.getMessage())).causedBy(refusal);
    }

    private static @Nullable Fault of(Throwable cause) {
        // A manager of ours that somebody has put into one of his own.
        if (cause instanceof TlsFault ours) return ours.fault();
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return Fault.CERTIFICATE_EXPIRED;
        }
        if (cause instanceof CertificateRevokedException) return Fault.CERTIFICATE_REVOKED;
        if (cause instanceof CertPathBuilderException) return Fault.CERTIFICATE_UNTRUSTED;
        if (!(cause instanceof CertPathValidatorException invalid)) return null;
        if (invalid.getReason() == BasicReason.EXPIRED || invalid.getReason() == BasicReason.NOT_YET_VALID) {
            return Fault.CERTIFICATE_EXPIRED;
        }
        return invalid.getReason() == BasicReason.REVOKED ? Fault.CERTIFICATE_REVOKED : Fault.CERTIFICATE_INVALID;
    }
}
