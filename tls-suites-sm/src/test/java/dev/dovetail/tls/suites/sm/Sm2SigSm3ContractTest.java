package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class Sm2SigSm3ContractTest extends SignatureSchemeContract {

    @Override
    protected SignatureScheme part() {
        return new Sm2SigSm3();
    }

    @Override
    protected KeyPair keys() {
        return KeyKind.SM2.generate();
    }

    @Override
    protected Optional<CertificateSignature> certificateSignature() {
        return Optional.of(CertificateSignature.SM2_SM3);
    }

    /** RFC 8998 3.2.1: no other curve, though its keys are of the same algorithm. */
    @Override
    protected List<PublicKey> foreignKeys(ProtocolVersion version) {
        List<PublicKey> foreign = new ArrayList<>(super.foreignKeys(version));
        foreign.add(KeyKind.EC_P256.generate().getPublic());
        return foreign;
    }
}
