package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each scheme; keys on the other curves must not fit. */
class SchemesContractTest {

    private abstract static class Contract extends SignatureSchemeContract {

        private final SignatureScheme scheme;
        private final BrainpoolCurve curve;
        private final CertificateSignature signature;

        Contract(SignatureScheme scheme, BrainpoolCurve curve, CertificateSignature signature) {
            this.scheme = scheme;
            this.curve = curve;
            this.signature = signature;
        }

        @Override
        protected SignatureScheme part() {
            return scheme;
        }

        @Override
        protected KeyPair keys() {
            return Keys.on(curve.name());
        }

        @Override
        protected Optional<CertificateSignature> certificateSignature() {
            return Optional.of(signature);
        }

        @Override
        protected List<PublicKey> foreignKeys(ProtocolVersion version) {
            List<PublicKey> foreign = new ArrayList<>(super.foreignKeys(version));
            for (String other : List.of("secp256r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1")) {
                if (!other.equals(curve.name())) foreign.add(Keys.on(other).getPublic());
            }
            foreign.add(Keys.on("brainpoolP256t1").getPublic());
            return foreign;
        }
    }

    @Nested
    class EcdsaBrainpoolP256r1Tls13Sha256Part extends Contract {
        EcdsaBrainpoolP256r1Tls13Sha256Part() {
            super(new EcdsaBrainpoolP256r1Tls13Sha256(), BrainpoolCurve.P256R1, CertificateSignature.ECDSA_SHA256);
        }
    }

    @Nested
    class EcdsaBrainpoolP384r1Tls13Sha384Part extends Contract {
        EcdsaBrainpoolP384r1Tls13Sha384Part() {
            super(new EcdsaBrainpoolP384r1Tls13Sha384(), BrainpoolCurve.P384R1, CertificateSignature.ECDSA_SHA384);
        }
    }

    @Nested
    class EcdsaBrainpoolP512r1Tls13Sha512Part extends Contract {
        EcdsaBrainpoolP512r1Tls13Sha512Part() {
            super(new EcdsaBrainpoolP512r1Tls13Sha512(), BrainpoolCurve.P512R1, CertificateSignature.ECDSA_SHA512);
        }
    }
}
