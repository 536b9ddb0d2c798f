/**
 * Plug-in: the signature schemes of TLS 1.2 and 1.3. It exports nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.signatures {
    requires dev.dovetail.tls.api;
    requires static org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.signatures.BouncyCastleEcdsaSecp256r1Sha256,
            dev.dovetail.tls.signatures.JdkEcdsaSecp256r1Sha256,
            dev.dovetail.tls.signatures.BouncyCastleEcdsaSecp384r1Sha384,
            dev.dovetail.tls.signatures.JdkEcdsaSecp384r1Sha384,
            dev.dovetail.tls.signatures.BouncyCastleEcdsaSecp521r1Sha512,
            dev.dovetail.tls.signatures.JdkEcdsaSecp521r1Sha512,
            dev.dovetail.tls.signatures.BouncyCastleEcdsaSha1,
            dev.dovetail.tls.signatures.JdkEcdsaSha1,
            dev.dovetail.tls.signatures.JdkEd25519,
            dev.dovetail.tls.signatures.BouncyCastleEd25519,
            dev.dovetail.tls.signatures.JdkEd448,
            dev.dovetail.tls.signatures.BouncyCastleEd448,
            dev.dovetail.tls.signatures.RsaPkcs1Sha256,
            dev.dovetail.tls.signatures.RsaPssRsaeSha256,
            dev.dovetail.tls.signatures.RsaPssPssSha256,
            dev.dovetail.tls.signatures.RsaPkcs1Sha384,
            dev.dovetail.tls.signatures.RsaPssRsaeSha384,
            dev.dovetail.tls.signatures.RsaPssPssSha384,
            dev.dovetail.tls.signatures.RsaPkcs1Sha512,
            dev.dovetail.tls.signatures.RsaPssRsaeSha512,
            dev.dovetail.tls.signatures.RsaPssPssSha512,
            dev.dovetail.tls.signatures.RsaPkcs1Sha1;
}
