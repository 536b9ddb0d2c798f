package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.SignatureSchemeContract;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each scheme, and the vectors that Wycheproof has. */
class DsaSchemesContractTest {

    /** One scheme with keys that fit it. */
    abstract static class Contract extends SignatureSchemeContract {
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
    }

    @Nested
    class Sha1 extends Contract {
        Sha1() {
            super(new DsaSha1(), KeyKind.DSA_1024, CertificateSignature.DSA_SHA1);
        }
    }

    @Nested
    class Sha224 extends Contract {
        Sha224() {
            super(new DsaSha224(), KeyKind.DSA_2048, CertificateSignature.DSA_SHA224);
        }
    }

    @Nested
    class Sha256 extends Contract {
        Sha256() {
            super(new DsaSha256(), KeyKind.DSA_2048, CertificateSignature.DSA_SHA256);
        }

        @Override
        protected List<String> vectors() {
            return List.of("/wycheproof/dsa_2048_256_sha256_test.json");
        }
    }

    @Nested
    class Sha384 extends Contract {
        Sha384() {
            super(new DsaSha384(), KeyKind.DSA_2048, CertificateSignature.DSA_SHA384);
        }
    }

    @Nested
    class Sha512 extends Contract {
        Sha512() {
            super(new DsaSha512(), KeyKind.DSA_1024, CertificateSignature.DSA_SHA512);
        }
    }
}
