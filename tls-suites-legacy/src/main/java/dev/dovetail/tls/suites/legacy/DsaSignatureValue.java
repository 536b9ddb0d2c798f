package dev.dovetail.tls.suites.legacy;

import java.math.BigInteger;
import java.security.interfaces.DSAPublicKey;

/**
 * The two numbers of a DSA signature in their one DER encoding (RFC 3279 2.2.2). Strict: anything else, or a number
 * outside 1 to q - 1, is no signature; providers differ in what they let pass.
 */
final class DsaSignatureValue {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private DsaSignatureValue() {}

    static boolean isOne(byte[] der, DSAPublicKey key) {
        BigInteger order = key.getParams().getQ();
        // q has up to 256 bits, so every length is one byte below 128.
        if (der.length < 8 || der.length > 127 || der[0] != SEQUENCE || der[1] != der.length - 2) return false;
        int second = number(der, 2, order);
        return second > 0 && number(der, second, order) == der.length;
    }

    /** Where the number's encoding ends, or -1. */
    private static int number(byte[] der, int start, BigInteger order) {
        if (der.length - start < 3 || der[start] != INTEGER) return -1;
        int length = der[start + 1];
        if (length < 1 || length > der.length - start - 2) return -1;
        BigInteger number = new BigInteger(der, start + 2, length);
        // X.690 8.3.2: no byte more than the number needs.
        boolean shortest = number.bitLength() / 8 + 1 == length;
        boolean inside = number.signum() > 0 && number.compareTo(order) < 0;
        return shortest && inside ? start + 2 + length : -1;
    }
}
