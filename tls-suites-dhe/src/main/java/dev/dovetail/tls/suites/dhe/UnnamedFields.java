package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.wire.WireReader;
import java.math.BigInteger;
import java.util.List;

/**
 * Which finite fields a client accepts that it did not offer (RFC 7919 3.1): servers older than RFC 7919 bring their own.
 *
 * @param offered the groups that were offered
 * @param signed whether the server signs what it sends: without that anybody on the way can write these numbers
 */
record UnnamedFields(List<FiniteFieldGroup> offered, boolean signed) {

    /** Choice: what RFC 9325 4.1 asks for; RFC 7919 3.1 would have let 1024 bits pass. */
    private static final int FEWEST_BITS = 2048;

    /** Choice: as many as the largest group of RFC 7919. Each exponentiation takes eight times as long for twice the bits. */
    private static final int MOST_BITS = 8192;

    /**
     * Choice: with DHE_PSK and DH_anon whoever is on the way can have primes tested, which takes seconds for a long one. So
     * a long one has to be one of RFC 7919, which needs no test. OpenSSL, left to itself, sends RFC 3526's with 3072 bits.
     */
    private static final int MOST_UNSIGNED_BITS = 3072;

    /** Throws unless all is well but for what takes long to tell: whether the prime is safe. */
    void refuse(WireReader in, BigInteger prime, BigInteger generator) {
        int bits = prime.bitLength();
        if (bits < fewestBits() || bits > MOST_BITS) {
            throw in.fault(
                    Fault.FINITE_FIELD_REFUSED,
                    "dh_p has %d bits, %d to %d are acceptable for a group that was not offered",
                    bits,
                    fewestBits(),
                    MOST_BITS);
        }
        if (!signed && bits > MOST_UNSIGNED_BITS && !Rfc7919.lists(prime)) {
            throw in.fault(
                    Fault.FINITE_FIELD_REFUSED,
                    "dh_p has %d bits and is of no group of RFC 7919; in this suite nobody signs it, so %d bits are the"
                            + " most: have the server choose ffdhe2048, say",
                    bits,
                    MOST_UNSIGNED_BITS);
        }
        // RFC 7919 4: a server that knows this name may not choose it unless it was offered. Choice: one that merely
        // happens to use the same numbers is told so too, since the user left them out.
        if (!offered.isEmpty() && Rfc7919.lists(prime)) {
            throw in.fault(
                    Fault.FINITE_FIELD_REFUSED,
                    "the server chose ffdhe%d, which is known here and was not offered",
                    bits);
        }
        // A safe prime leaves 3 when divided by 4; with any other, numbers of small order hide.
        if (!prime.testBit(0) || !prime.testBit(1)) {
            throw in.fault(Fault.FINITE_FIELD_REFUSED, "dh_p is not a safe prime (%d bits)", bits);
        }
        if (generator.compareTo(BigInteger.ONE) <= 0 || generator.compareTo(prime.subtract(BigInteger.ONE)) >= 0) {
            throw in.fault(Fault.KEY_EXCHANGE_BAD, "dh_g is not above 1 and below dh_p less one");
        }
    }

    /** Whoever enables none but long groups does not want a shorter one without a name either. */
    private int fewestBits() {
        int shortest = offered.stream()
                .mapToInt(group -> group.prime().bitLength())
                .min()
                .orElse(FEWEST_BITS);
        return Math.max(shortest, FEWEST_BITS);
    }
}
