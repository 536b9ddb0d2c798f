/**
 * Plug-in: algorithms that other modules have too, computed by the Amazon Corretto Crypto Provider. It exports nothing:
 * the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.provider.accp {
    requires dev.dovetail.tls.api;
    requires com.amazon.corretto.crypto.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.provider.accp.AccpAes128Gcm,
            dev.dovetail.tls.provider.accp.AccpAes256Gcm;
    provides dev.dovetail.tls.api.spi.HashAlgorithm with
            dev.dovetail.tls.provider.accp.AccpSha256,
            dev.dovetail.tls.provider.accp.AccpSha384,
            dev.dovetail.tls.provider.accp.AccpSha512;
    provides dev.dovetail.tls.api.spi.KeyExchange with
            dev.dovetail.tls.provider.accp.AccpRsaKeyExchange;
    provides dev.dovetail.tls.api.spi.Mac with
            dev.dovetail.tls.provider.accp.AccpHmacSha1,
            dev.dovetail.tls.provider.accp.AccpHmacSha256,
            dev.dovetail.tls.provider.accp.AccpHmacSha384,
            dev.dovetail.tls.provider.accp.AccpHmacSha512;
    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.provider.accp.AccpSecp256r1,
            dev.dovetail.tls.provider.accp.AccpSecp384r1,
            dev.dovetail.tls.provider.accp.AccpSecp521r1;
    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.provider.accp.AccpEcdsaSecp256r1Sha256,
            dev.dovetail.tls.provider.accp.AccpEcdsaSecp384r1Sha384,
            dev.dovetail.tls.provider.accp.AccpEcdsaSecp521r1Sha512,
            dev.dovetail.tls.provider.accp.AccpEd25519,
            dev.dovetail.tls.provider.accp.AccpRsaPkcs1Sha256,
            dev.dovetail.tls.provider.accp.AccpRsaPkcs1Sha384,
            dev.dovetail.tls.provider.accp.AccpRsaPkcs1Sha512,
            dev.dovetail.tls.provider.accp.AccpRsaPssPssSha256,
            dev.dovetail.tls.provider.accp.AccpRsaPssPssSha384,
            dev.dovetail.tls.provider.accp.AccpRsaPssPssSha512,
            dev.dovetail.tls.provider.accp.AccpRsaPssRsaeSha256,
            dev.dovetail.tls.provider.accp.AccpRsaPssRsaeSha384,
            dev.dovetail.tls.provider.accp.AccpRsaPssRsaeSha512;
}
