package dev.dovetail.tls.signatures;

import java.util.HexFormat;

/**
 * What the RFCs say of an EdDSA scheme, whoever computes it.
 *
 * @param scheme what all schemes have
 * @param jcaName the JCA's name of the curve, and of the signature
 * @param keyLength bytes of a private and of a public key; a signature has two of them
 * @param publicKeyPrefix what stands before the public key in a SubjectPublicKeyInfo (RFC 8410 4), hexadecimal
 */
record EdwardsFacts(SchemeFacts scheme, String jcaName, int keyLength, String publicKeyPrefix) {

    static final EdwardsFacts ED25519 = new EdwardsFacts(
            SchemeFacts.ecdsa(0x0807, "ed25519", "1.3.101.112", 85), "Ed25519", 32, "302a300506032b6570032100");

    static final EdwardsFacts ED448 = new EdwardsFacts(
            SchemeFacts.ecdsa(0x0808, "ed448", "1.3.101.113", 60), "Ed448", 57, "3043300506032b6571033a00");

    byte[] prefix() {
        return HexFormat.of().parseHex(publicKeyPrefix);
    }
}
