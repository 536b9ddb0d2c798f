package dev.dovetail.tls.signatures.mldsa;

import java.util.Arrays;

/**
 * What draft-ietf-tls-mldsa, RFC 9881 and FIPS 204 say of a parameter set, whoever computes it.
 *
 * @param code the number in signature_algorithms
 * @param name IANA's spelling
 * @param algorithm FIPS 204's name, which is the JCA's too
 * @param arc the last number of its object identifier, 2.16.840.1.101.3.4.3.x: of keys and of signatures alike
 * @param keyLength bytes of a public key
 * @param signatureLength bytes of a signature
 * @param preference where it stands among the defaults
 */
record MlDsaFacts(
        int code, String name, String algorithm, int arc, int keyLength, int signatureLength, int preference) {

    static final MlDsaFacts MLDSA44 = new MlDsaFacts(0x0904, "mldsa44", "ML-DSA-44", 17, 1312, 2420, 6);
    static final MlDsaFacts MLDSA65 = new MlDsaFacts(0x0905, "mldsa65", "ML-DSA-65", 18, 1952, 3309, 5);
    static final MlDsaFacts MLDSA87 = new MlDsaFacts(0x0906, "mldsa87", "ML-DSA-87", 19, 2592, 4627, 4);

    String oid() {
        return "2.16.840.1.101.3.4.3." + arc;
    }

    /**
     * What stands before the key in a SubjectPublicKeyInfo (RFC 9881 4): two sequences, the algorithm's identifier without
     * parameters, and the header of a bit string without unused bits.
     */
    byte[] publicKeyHeader() {
        return publicKeyHeader(new byte[0]);
    }

    /** The same as a JDK without ML-DSA writes it, whatever stood in the certificate: it adds NULL as parameters. */
    byte[] publicKeyHeaderWithNull() {
        return publicKeyHeader(new byte[] {0x05, 0x00});
    }

    private byte[] publicKeyHeader(byte[] parameters) {
        int string = keyLength + 1;
        int identifier = 11 + parameters.length;
        int whole = 2 + identifier + 4 + string;
        byte[] before = {
            0x30,
            (byte) 0x82,
            (byte) (whole >> 8),
            (byte) whole,
            0x30,
            (byte) identifier,
            0x06,
            0x09,
            0x60,
            (byte) 0x86,
            0x48,
            0x01,
            0x65,
            0x03,
            0x04,
            0x03,
            (byte) arc
        };
        byte[] after = {0x03, (byte) 0x82, (byte) (string >> 8), (byte) string, 0x00};
        return joined(joined(before, parameters), after);
    }

    /** An expanded private key as PKCS #8 (RFC 9881 6): version 0, the algorithm, and the key in two octet strings. */
    byte[] privateKeyInfo(byte[] expanded) {
        int inner = expanded.length + 4;
        int whole = inner + 20;
        byte[] header = {
            0x30,
            (byte) 0x82,
            (byte) (whole >> 8),
            (byte) whole,
            0x02,
            0x01,
            0x00,
            0x30,
            0x0b,
            0x06,
            0x09,
            0x60,
            (byte) 0x86,
            0x48,
            0x01,
            0x65,
            0x03,
            0x04,
            0x03,
            (byte) arc,
            0x04,
            (byte) 0x82,
            (byte) (inner >> 8),
            (byte) inner,
            0x04,
            (byte) 0x82,
            (byte) (expanded.length >> 8),
            (byte) expanded.length
        };
        return joined(header, expanded);
    }

    static byte[] joined(byte[] front, byte[] back) {
        byte[] both = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, both, front.length, back.length);
        return both;
    }
}
