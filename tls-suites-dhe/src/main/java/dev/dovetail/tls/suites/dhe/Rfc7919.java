package dev.dovetail.tls.suites.dhe;

import java.math.BigInteger;
import java.util.Arrays;

/** The groups of RFC 7919 appendix A. Their primes are computed when they are first needed, once. */
enum Rfc7919 {
    FFDHE2048(256, 2048, 560316),
    FFDHE3072(257, 3072, 2625351),
    FFDHE4096(258, 4096, 5736041),
    FFDHE6144(259, 6144, 15705020),
    FFDHE8192(260, 8192, 10965728);

    /** Computed when a prime is first asked for, not when the plug-in is loaded. */
    private static final class Fields {
        private static final FiniteField[] ALL = Arrays.stream(values())
                .map(group -> FiniteField.of(group.prime(), BigInteger.TWO))
                .toArray(FiniteField[]::new);
    }

    private final int code;
    private final int bits;
    private final long nudge;

    Rfc7919(int code, int bits, long nudge) {
        this.code = code;
        this.bits = bits;
        this.nudge = nudge;
    }

    int code() {
        return code;
    }

    int bits() {
        return bits;
    }

    FiniteField field() {
        return Fields.ALL[ordinal()];
    }

    /** Tells whether a prime is one of these. */
    static boolean lists(BigInteger prime) {
        return Arrays.stream(values())
                .anyMatch(group ->
                        group.bits == prime.bitLength() && group.field().prime().equals(prime));
    }

    /** {@code 2^b - 2^(b-64) + (floor(2^(b-130) * e) + X) * 2^64 - 1}: 64 one-bits at either end, digits of e between. */
    private BigInteger prime() {
        BigInteger digits = NumberE.scaled(bits - 130).add(BigInteger.valueOf(nudge));
        return BigInteger.ONE
                .shiftLeft(bits)
                .subtract(BigInteger.ONE.shiftLeft(bits - 64))
                .add(digits.shiftLeft(64))
                .subtract(BigInteger.ONE);
    }
}
