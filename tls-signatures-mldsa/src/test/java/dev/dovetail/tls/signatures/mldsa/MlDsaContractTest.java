package dev.dovetail.tls.signatures.mldsa;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to both implementations of each scheme; keys of the other parameter sets must not fit. */
class MlDsaContractTest {

    private abstract static class Contract extends SignatureSchemeContract {

        private final SignatureScheme scheme;
        private final KeyKind kind;
        private final CertificateSignature signature;

        Contract(SignatureScheme scheme, KeyKind kind, CertificateSignature signature) {
            this.scheme = scheme;
            this.kind = kind;
            this.signature = signature;
        }

        @Override
        protected SignatureScheme part() {
            return scheme;
        }

        @Override
        protected KeyPair keys() {
            return kind.generate();
        }

        @Override
        protected Optional<CertificateSignature> certificateSignature() {
            return Optional.of(signature);
        }

        @Override
        protected List<PublicKey> foreignKeys(ProtocolVersion version) {
            List<PublicKey> foreign = new ArrayList<>(super.foreignKeys(version));
            Stream.of(KeyKind.ML_DSA_44, KeyKind.ML_DSA_65, KeyKind.ML_DSA_87)
                    .filter(other -> other != kind)
                    .forEach(other -> foreign.add(other.generate().getPublic()));
            return foreign;
        }
    }

    @Nested
    class BouncyCastleMlDsa44Part extends Contract {
        BouncyCastleMlDsa44Part() {
            super(new BouncyCastleMlDsa44(), KeyKind.ML_DSA_44, CertificateSignature.ML_DSA_44);
        }
    }

    @Nested
    class BouncyCastleMlDsa65Part extends Contract {
        BouncyCastleMlDsa65Part() {
            super(new BouncyCastleMlDsa65(), KeyKind.ML_DSA_65, CertificateSignature.ML_DSA_65);
        }
    }

    @Nested
    class BouncyCastleMlDsa87Part extends Contract {
        BouncyCastleMlDsa87Part() {
            super(new BouncyCastleMlDsa87(), KeyKind.ML_DSA_87, CertificateSignature.ML_DSA_87);
        }
    }

    @Nested
    class JdkMlDsa44Part extends Contract {
        JdkMlDsa44Part() {
            super(new JdkMlDsa44(), KeyKind.ML_DSA_44, CertificateSignature.ML_DSA_44);
        }
    }

    @Nested
    class JdkMlDsa65Part extends Contract {
        JdkMlDsa65Part() {
            super(new JdkMlDsa65(), KeyKind.ML_DSA_65, CertificateSignature.ML_DSA_65);
        }
    }

    @Nested
    class JdkMlDsa87Part extends Contract {
        JdkMlDsa87Part() {
            super(new JdkMlDsa87(), KeyKind.ML_DSA_87, CertificateSignature.ML_DSA_87);
        }
    }
}
