package dev.dovetail.tls.signatures;

import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to every implementation of every scheme. */
class SignaturesContractTest {

    @Nested
    class BouncyCastleEcdsaSecp256r1Sha256Part extends Contract {
        BouncyCastleEcdsaSecp256r1Sha256Part() {
            super(new BouncyCastleEcdsaSecp256r1Sha256(), KeyKind.EC_P256, CertificateSignature.ECDSA_SHA256);
        }
    }

    @Nested
    class JdkEcdsaSecp256r1Sha256Part extends Contract {
        JdkEcdsaSecp256r1Sha256Part() {
            super(new JdkEcdsaSecp256r1Sha256(), KeyKind.EC_P256, CertificateSignature.ECDSA_SHA256);
        }
    }

    @Nested
    class BouncyCastleEcdsaSecp384r1Sha384Part extends Contract {
        BouncyCastleEcdsaSecp384r1Sha384Part() {
            super(new BouncyCastleEcdsaSecp384r1Sha384(), KeyKind.EC_P384, CertificateSignature.ECDSA_SHA384);
        }
    }

    @Nested
    class JdkEcdsaSecp384r1Sha384Part extends Contract {
        JdkEcdsaSecp384r1Sha384Part() {
            super(new JdkEcdsaSecp384r1Sha384(), KeyKind.EC_P384, CertificateSignature.ECDSA_SHA384);
        }
    }

    @Nested
    class BouncyCastleEcdsaSecp521r1Sha512Part extends Contract {
        BouncyCastleEcdsaSecp521r1Sha512Part() {
            super(new BouncyCastleEcdsaSecp521r1Sha512(), KeyKind.EC_P521, CertificateSignature.ECDSA_SHA512);
        }
    }

    @Nested
    class JdkEcdsaSecp521r1Sha512Part extends Contract {
        JdkEcdsaSecp521r1Sha512Part() {
            super(new JdkEcdsaSecp521r1Sha512(), KeyKind.EC_P521, CertificateSignature.ECDSA_SHA512);
        }
    }

    @Nested
    class BouncyCastleEcdsaSha1Part extends Contract {
        BouncyCastleEcdsaSha1Part() {
            super(new BouncyCastleEcdsaSha1(), KeyKind.EC_P256, CertificateSignature.ECDSA_SHA1);
        }
    }

    @Nested
    class JdkEcdsaSha1Part extends Contract {
        JdkEcdsaSha1Part() {
            super(new JdkEcdsaSha1(), KeyKind.EC_P256, CertificateSignature.ECDSA_SHA1);
        }
    }

    @Nested
    class BouncyCastleEd25519Part extends Contract {
        BouncyCastleEd25519Part() {
            super(new BouncyCastleEd25519(), KeyKind.ED25519, CertificateSignature.ED25519);
        }
    }

    @Nested
    class JdkEd25519Part extends Contract {
        JdkEd25519Part() {
            super(new JdkEd25519(), KeyKind.ED25519, CertificateSignature.ED25519);
        }
    }

    @Nested
    class BouncyCastleEd448Part extends Contract {
        BouncyCastleEd448Part() {
            super(new BouncyCastleEd448(), KeyKind.ED448, CertificateSignature.ED448);
        }
    }

    @Nested
    class JdkEd448Part extends Contract {
        JdkEd448Part() {
            super(new JdkEd448(), KeyKind.ED448, CertificateSignature.ED448);
        }
    }

    @Nested
    class RsaPkcs1Sha1Part extends Contract {
        RsaPkcs1Sha1Part() {
            super(new RsaPkcs1Sha1(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA1);
        }
    }

    @Nested
    class RsaPkcs1Sha256Part extends Contract {
        RsaPkcs1Sha256Part() {
            super(new RsaPkcs1Sha256(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA256);
        }
    }

    @Nested
    class RsaPkcs1Sha384Part extends Contract {
        RsaPkcs1Sha384Part() {
            super(new RsaPkcs1Sha384(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA384);
        }
    }

    @Nested
    class RsaPkcs1Sha512Part extends Contract {
        RsaPkcs1Sha512Part() {
            super(new RsaPkcs1Sha512(), KeyKind.RSA_2048, CertificateSignature.RSA_SHA512);
        }
    }

    @Nested
    class RsaPssRsaeSha256Part extends Contract {
        RsaPssRsaeSha256Part() {
            super(new RsaPssRsaeSha256(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA256);
        }
    }

    @Nested
    class RsaPssPssSha256Part extends Contract {
        RsaPssPssSha256Part() {
            super(new RsaPssPssSha256(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA256);
        }
    }

    @Nested
    class RsaPssRsaeSha384Part extends Contract {
        RsaPssRsaeSha384Part() {
            super(new RsaPssRsaeSha384(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA384);
        }
    }

    @Nested
    class RsaPssPssSha384Part extends Contract {
        RsaPssPssSha384Part() {
            super(new RsaPssPssSha384(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA384);
        }
    }

    @Nested
    class RsaPssRsaeSha512Part extends Contract {
        RsaPssRsaeSha512Part() {
            super(new RsaPssRsaeSha512(), KeyKind.RSA_2048, CertificateSignature.RSA_PSS_SHA512);
        }
    }

    @Nested
    class RsaPssPssSha512Part extends Contract {
        RsaPssPssSha512Part() {
            super(new RsaPssPssSha512(), KeyKind.RSASSA_PSS_2048, CertificateSignature.RSA_PSS_SHA512);
        }
    }
}
