package dev.dovetail.tls.suites.dhe;

import java.math.BigInteger;

/**
 * The 2048-bit group of RFC 3526 3, which many servers bring that do not know RFC 7919. Its prime is made of the digits of
 * pi: {@code 2^2048 - 2^1984 - 1 + 2^64 * (floor(2^1918 * pi) + 124476)}.
 */
final class Modp2048 {

    static final BigInteger PRIME = BigInteger.ONE
            .shiftLeft(2048)
            .subtract(BigInteger.ONE.shiftLeft(1984))
            .subtract(BigInteger.ONE)
            .add(pi(1918).add(BigInteger.valueOf(124476)).shiftLeft(64));

    private Modp2048() {}

    /** Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). */
    private static BigInteger pi(int bits) {
        BigInteger scale = BigInteger.ONE.shiftLeft(bits + 64);
        return arctan(5, scale)
                .shiftLeft(4)
                .subtract(arctan(239, scale).shiftLeft(2))
                .shiftRight(64);
    }

    private static BigInteger arctan(long inverse, BigInteger scale) {
        BigInteger power = scale.divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (int n = 3; power.signum() != 0; n += 2) {
            power = power.divide(BigInteger.valueOf(-inverse * inverse));
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }
}
