package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to each signature scheme. */
class AccpSchemesContractTest {

    @Nested
    class AccpEcdsaSecp256r1Sha256Part extends SchemeContract {
        AccpEcdsaSecp256r1Sha256Part() {
            super(new AccpEcdsaSecp256r1Sha256(), KeyKind.EC_P256, CertificateSignature.ECDSA_SHA256);
        }
    }

    @Nested
    class AccpEcdsaSecp384r1Sha384Part extends SchemeContract {
        AccpEcdsaSecp384r1Sha384Part() {
            super(new AccpEcdsaSecp384r1Sha384(), KeyKind.EC_P384, CertificateSignature.ECDSA_SHA384);
        }
    }

    @Nested
    class AccpEcdsaSecp521r1Sha512Part extends SchemeContract {
        AccpEcdsaSecp521r1Sha512Part() {
            super(new AccpEcdsaSecp521r1Sha512(), KeyKind.EC_P521, CertificateSignature.ECDSA_SHA512);
        }
    }

    @Nested
    class AccpEd25519Part extends SchemeContract {
        AccpEd25519Part() {
            super(new AccpEd25519(), KeyKind.ED25519, CertificateSignature.ED25519);
        }
    }

    @Nested
    class AccpRsaPkcs1Sha256Part extends SchemeContract {
        AccpRsaPkcs1Sha256Part() {
            super(new AccpRsaPkcs1Sha256(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA256);
        }
    }

    @Nested
    class AccpRsaPssRsaeSha256Part extends SchemeContract {
        AccpRsaPssRsaeSha256Part() {
            super(new AccpRsaPssRsaeSha256(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA256);
        }
    }

    @Nested
    class AccpRsaPssPssSha256Part extends SchemeContract {
        AccpRsaPssPssSha256Part() {
            super(new AccpRsaPssPssSha256(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA256);
        }
    }

    @Nested
    class AccpRsaPkcs1Sha384Part extends SchemeContract {
        AccpRsaPkcs1Sha384Part() {
            super(new AccpRsaPkcs1Sha384(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA384);
        }
    }

    @Nested
    class AccpRsaPssRsaeSha384Part extends SchemeContract {
        AccpRsaPssRsaeSha384Part() {
            super(new AccpRsaPssRsaeSha384(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA384);
        }
    }

    @Nested
    class AccpRsaPssPssSha384Part extends SchemeContract {
        AccpRsaPssPssSha384Part() {
            super(new AccpRsaPssPssSha384(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA384);
        }
    }

    @Nested
    class AccpRsaPkcs1Sha512Part extends SchemeContract {
        AccpRsaPkcs1Sha512Part() {
            super(new AccpRsaPkcs1Sha512(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA512);
        }
    }

    @Nested
    class AccpRsaPssRsaeSha512Part extends SchemeContract {
        AccpRsaPssRsaeSha512Part() {
            super(new AccpRsaPssRsaeSha512(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA512);
        }
    }

    @Nested
    class AccpRsaPssPssSha512Part extends SchemeContract {
        AccpRsaPssPssSha512Part() {
            super(new AccpRsaPssPssSha512(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA512);
        }
    }
}
