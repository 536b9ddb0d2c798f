package dev.dovetail.tls.suites.dhe;

import java.math.BigInteger;

/** Euler's number, from whose digits the primes of RFC 7919 are made (appendix A): so nobody can have hidden anything in them. */
final class NumberE {

    // As many more bits as the rounding of a thousand terms can spoil, and then some.
    private static final int GUARD = 64;

    private NumberE() {}

    /** The floor of {@code e * 2^bits}. */
    static BigInteger scaled(int bits) {
        BigInteger term = BigInteger.ONE.shiftLeft(bits + GUARD);
        BigInteger sum = term;
        for (long n = 1; term.signum() > 0; n++) {
            term = term.divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        return sum.shiftRight(GUARD);
    }
}
