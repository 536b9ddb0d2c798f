package dev.dovetail.tls.groups.mlkem;

/**
 * What draft-ietf-tls-mlkem and FIPS 203 say of a parameter set, whoever computes it.
 *
 * @param code the number in supported_groups
 * @param name IANA's spelling
 * @param algorithm FIPS 203's name, which is the JCA's too
 * @param oid the last number of its object identifier, 2.16.840.1.101.3.4.4.x
 * @param rank the number of polynomials in a vector, k
 * @param ciphertextLength bytes of the responder's share
 * @param preference where it stands among the defaults
 */
record MlKemFacts(int code, String name, String algorithm, int oid, int rank, int ciphertextLength, int preference) {

    /** FIPS 203 8: the same for all sets. */
    static final int SECRET_LENGTH = 32;

    static final MlKemFacts MLKEM512 = new MlKemFacts(0x0200, "MLKEM512", "ML-KEM-512", 1, 2, 768, 10);
    static final MlKemFacts MLKEM768 = new MlKemFacts(0x0201, "MLKEM768", "ML-KEM-768", 2, 3, 1088, 30);
    static final MlKemFacts MLKEM1024 = new MlKemFacts(0x0202, "MLKEM1024", "ML-KEM-1024", 3, 4, 1568, 20);

    /** The vector in 384 bytes a polynomial, and the seed of the matrix. */
    int keyLength() {
        return 384 * rank + 32;
    }
}
