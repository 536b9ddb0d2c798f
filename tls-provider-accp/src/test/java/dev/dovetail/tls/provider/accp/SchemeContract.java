package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;
import java.util.Optional;

/** The conformance kit with what one scheme needs. */
abstract class SchemeContract extends SignatureSchemeContract {

    private final SignatureScheme scheme;
    private final KeyKind kind;
    private final CertificateSignature certificateSignature;

    SchemeContract(SignatureScheme scheme, KeyKind kind, CertificateSignature certificateSignature) {
        this.scheme = scheme;
        this.kind = kind;
        this.certificateSignature = certificateSignature;
    }

    @Override
    protected final SignatureScheme part() {
        return scheme;
    }

    @Override
    protected final KeyPair keys() {
        return kind.generate();
    }

    @Override
    protected final Optional<CertificateSignature> certificateSignature() {
        return Optional.of(certificateSignature);
    }
}
