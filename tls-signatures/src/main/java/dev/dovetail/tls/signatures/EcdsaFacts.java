package dev.dovetail.tls.signatures;

import java.util.Optional;

/**
 * What the RFCs say of an ECDSA scheme, whoever computes it.
 *
 * @param scheme what all schemes have
 * @param curve the only one in TLS 1.3; empty for ecdsa_sha1, which never had one
 * @param digest the JCA's name of the hash
 * @param jcaName the JCA's name of the signature, DER encoded
 */
record EcdsaFacts(SchemeFacts scheme, Optional<PrimeCurve> curve, String digest, String jcaName) {

    static final EcdsaFacts SECP256R1_SHA256 = new EcdsaFacts(
            SchemeFacts.ecdsa(0x0403, "ecdsa_secp256r1_sha256", "1.2.840.10045.4.3.2", 90),
            Optional.of(PrimeCurve.SECP256R1),
            "SHA-256",
            "SHA256withECDSA");

    static final EcdsaFacts SECP384R1_SHA384 = new EcdsaFacts(
            SchemeFacts.ecdsa(0x0503, "ecdsa_secp384r1_sha384", "1.2.840.10045.4.3.3", 75),
            Optional.of(PrimeCurve.SECP384R1),
            "SHA-384",
            "SHA384withECDSA");

    static final EcdsaFacts SECP521R1_SHA512 = new EcdsaFacts(
            SchemeFacts.ecdsa(0x0603, "ecdsa_secp521r1_sha512", "1.2.840.10045.4.3.4", 65),
            Optional.of(PrimeCurve.SECP521R1),
            "SHA-512",
            "SHA512withECDSA");

    static final EcdsaFacts SHA1 = new EcdsaFacts(
            SchemeFacts.ecdsa(0x0203, "ecdsa_sha1", "1.2.840.10045.4.1", 0).overSha1(),
            Optional.empty(),
            "SHA-1",
            "SHA1withECDSA");
}
