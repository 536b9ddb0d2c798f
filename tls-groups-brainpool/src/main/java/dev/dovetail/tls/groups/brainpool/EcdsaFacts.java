package dev.dovetail.tls.groups.brainpool;

/**
 * What RFC 8734 4 says of a signature scheme.
 *
 * @param code the number in signature_algorithms
 * @param name IANA's spelling
 * @param curve the only curve
 * @param digest the JCA's name of the hash
 * @param jcaName the JCA's name of the signature
 * @param certificateOid the algorithm identifier of a certificate (RFC 5758 3.2), which does not name the curve
 * @param preference where it stands among the defaults
 */
record EcdsaFacts(
        int code,
        String name,
        BrainpoolCurve curve,
        String digest,
        String jcaName,
        String certificateOid,
        int preference) {

    static final EcdsaFacts P256R1_SHA256 = new EcdsaFacts(
            0x081a,
            "ecdsa_brainpoolP256r1tls13_sha256",
            BrainpoolCurve.P256R1,
            "SHA-256",
            "SHA256withECDSA",
            "1.2.840.10045.4.3.2",
            9);

    static final EcdsaFacts P384R1_SHA384 = new EcdsaFacts(
            0x081b,
            "ecdsa_brainpoolP384r1tls13_sha384",
            BrainpoolCurve.P384R1,
            "SHA-384",
            "SHA384withECDSA",
            "1.2.840.10045.4.3.3",
            8);

    static final EcdsaFacts P512R1_SHA512 = new EcdsaFacts(
            0x081c,
            "ecdsa_brainpoolP512r1tls13_sha512",
            BrainpoolCurve.P512R1,
            "SHA-512",
            "SHA512withECDSA",
            "1.2.840.10045.4.3.4",
            7);
}
