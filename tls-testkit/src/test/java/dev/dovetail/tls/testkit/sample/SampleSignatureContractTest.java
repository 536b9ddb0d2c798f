package dev.dovetail.tls.testkit.sample;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;
import java.util.Optional;

final class SampleSignatureContractTest extends SignatureSchemeContract {

    @Override
    protected SignatureScheme part() {
        return new SampleSignature();
    }

    @Override
    protected KeyPair keys() {
        return KeyKind.ED25519.generate();
    }

    @Override
    protected Optional<CertificateSignature> certificateSignature() {
        return Optional.empty();
    }
}
