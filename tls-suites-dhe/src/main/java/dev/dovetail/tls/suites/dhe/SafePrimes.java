package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Fault;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells safe primes from other numbers, and remembers the last few: the test takes 30 ms for 2048 bits, 2 s for 8192, but
 * servers keep their prime for years. Only safe primes are remembered, which nobody makes by the thousand to fill the
 * memory; other numbers nearly always fail at the first of many steps. It runs behind the server's signature, so that only
 * a server with a certificate can make a client work for nothing; where nothing is signed, {@link UnnamedFields} lets only
 * short ones come so far.
 */
final class SafePrimes {

    private static final int MOST = 64;

    // A composite that was made to pass does so with a chance of 4^-10 for each handshake.
    private static final int ROUNDS = 10;

    private final Map<String, Boolean> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    void refuseOther(BigInteger prime, SecureRandom random) {
        String digest = digest(prime);
        synchronized (known) {
            if (known.get(digest) != null) return;
        }
        if (!Rfc7919.lists(prime) && !safe(prime, random)) {
            throw Fault.FINITE_FIELD_REFUSED.because("dh_p is not a safe prime (%d bits)", prime.bitLength());
        }
        synchronized (known) {
            known.put(digest, true);
        }
    }

    /**
     * {@code q = (p - 1) / 2} passes Miller and Rabin's test with random bases. Then one power proves p (Pocklington): q is
     * a prime factor of p - 1 above the root of p, 2^(p-1) is 1, and 2^((p-1)/q) - 1 = 3 has no factor in common with p.
     */
    static boolean safe(BigInteger prime, SecureRandom random) {
        if (prime.bitLength() < 8 || !prime.testBit(0) || !prime.testBit(1)) return false;
        if (prime.mod(BigInteger.valueOf(3)).signum() == 0) return false;
        if (!BigInteger.TWO.modPow(prime.subtract(BigInteger.ONE), prime).equals(BigInteger.ONE)) return false;
        return probablyPrime(prime.shiftRight(1), random);
    }

    private static boolean probablyPrime(BigInteger odd, SecureRandom random) {
        for (int round = 0; round < ROUNDS; round++) {
            if (!passes(odd, base(odd, random))) return false;
        }
        return true;
    }

    /** One round of Miller and Rabin. */
    private static boolean passes(BigInteger odd, BigInteger base) {
        BigInteger last = odd.subtract(BigInteger.ONE);
        int twos = last.getLowestSetBit();
        BigInteger power = base.modPow(last.shiftRight(twos), odd);
        if (power.equals(BigInteger.ONE) || power.equals(last)) return true;
        for (int i = 1; i < twos; i++) {
            power = power.multiply(power).mod(odd);
            if (power.equals(last)) return true;
        }
        return false;
    }

    /** From 2 to {@code odd - 2}, evenly. */
    private static BigInteger base(BigInteger odd, SecureRandom random) {
        while (true) {
            BigInteger base = new BigInteger(odd.bitLength(), random);
            if (base.compareTo(BigInteger.ONE) > 0 && base.compareTo(odd.subtract(BigInteger.ONE)) < 0) return base;
        }
    }

    private static String digest(BigInteger prime) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(prime.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
