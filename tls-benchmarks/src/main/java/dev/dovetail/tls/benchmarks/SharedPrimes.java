package dev.dovetail.tls.benchmarks;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Many different RSA keys with 2048 bits in a short time: every two primes of a small stock make one, so a thousand keys
 * take 46 primes. Whoever sees two of them may find a prime that they share: they protect nothing, and cost the same as
 * others. For one thread.
 */
final class SharedPrimes {

    private static final int BITS = 1024;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final SecureRandom random = new SecureRandom();
    private final List<BigInteger> primes = new ArrayList<>(List.of(prime()));
    private int next = 0;

    /** A pair that this has not made before. */
    KeyPair pair() {
        if (next == primes.size() - 1) {
            primes.add(prime());
            next = 0;
        }
        return pair(primes.get(primes.size() - 1), primes.get(next++));
    }

    /** With both upper bits set, so that the product of two has all the bits that it should have. */
    private BigInteger prime() {
        BigInteger prime;
        do {
            prime = new BigInteger(BITS, random)
                    .setBit(BITS - 1)
                    .setBit(BITS - 2)
                    .nextProbablePrime();
        } while (prime.mod(EXPONENT).equals(BigInteger.ONE));
        return prime;
    }

    private static KeyPair pair(BigInteger p, BigInteger q) {
        BigInteger modulus = p.multiply(q);
        BigInteger beforeP = p.subtract(BigInteger.ONE);
        BigInteger beforeQ = q.subtract(BigInteger.ONE);
        BigInteger exponent = EXPONENT.modInverse(beforeP.multiply(beforeQ));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus,
                            EXPONENT,
                            exponent,
                            p,
                            q,
                            exponent.mod(beforeP),
                            exponent.mod(beforeQ),
                            q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }
}
