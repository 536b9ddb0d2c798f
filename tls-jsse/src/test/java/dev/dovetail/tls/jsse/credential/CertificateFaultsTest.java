package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Which rule a refusal is about, whatever its causes look like. */
class CertificateFaultsTest {

    @Test
    void theInnermostCauseThatIsKnownCounts() {
        CertificateException refusal = new CertificateException(
                "refused", new CertPathBuilderException("no path", new CertificateExpiredException("old")));
        assertThat(CertificateFaults.of(refusal).fault()).isEqualTo(Fault.CERTIFICATE_EXPIRED);
        assertThat(CertificateFaults.of(new CertificateException("refused")).fault())
                .isEqualTo(Fault.CERTIFICATE_REJECTED);
    }

    @Test
    void causesThatLeadBackToThemselvesEnd() {
        CertificateException refusal = new CertificateException("refused");
        CertPathBuilderException inner = new CertPathBuilderException("no path", refusal);
        refusal.initCause(inner);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(CertificateFaults.of(refusal).fault()).isEqualTo(Fault.CERTIFICATE_UNTRUSTED));
    }
}
