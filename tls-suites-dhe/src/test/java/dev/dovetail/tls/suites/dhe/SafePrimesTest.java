package dev.dovetail.tls.suites.dhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafePrimesTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void tellsAllSmallSafePrimesFromOtherNumbers() {
        assertThat(IntStream.range(128, 1 << 15)
                        .filter(number -> SafePrimes.safe(BigInteger.valueOf(number), RANDOM))
                        .toArray())
                .isEqualTo(IntStream.range(128, 1 << 15)
                        .filter(number -> prime(number) && prime((number - 1) / 2))
                        .toArray())
                .hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rfc7919.class,
            names = {"FFDHE2048", "FFDHE3072"})
    void findsThePrimesOfRfc7919Safe(Rfc7919 group) {
        assertThat(SafePrimes.safe(group.field().prime(), RANDOM)).isTrue();
    }

    @Test
    void findsThePrimeOfRfc3526Safe() {
        assertThat(SafePrimes.safe(Modp2048.PRIME, RANDOM)).isTrue();
    }

    @Test
    void refusesAPrimeThatIsNotSafe() {
        BigInteger prime;
        do {
            prime = BigInteger.probablePrime(512, RANDOM);
        } while (!prime.testBit(1) || prime.shiftRight(1).isProbablePrime(20));
        BigInteger unsafe = prime;
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> new SafePrimes().refuseOther(unsafe, RANDOM))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.FINITE_FIELD_REFUSED));
    }

    /** A composite that Fermat's test lets pass for every base without a common factor: 561 = 3 * 11 * 17 and the like. */
    @Test
    void refusesCarmichaelNumbers() {
        for (int number : new int[] {561, 1105, 1729, 2465, 2821, 6601, 8911, 10585, 15841, 29341}) {
            assertThat(SafePrimes.safe(BigInteger.valueOf(number), RANDOM)).isFalse();
        }
    }

    @Test
    void remembersASafePrimeAndTestsNoMore() {
        SafePrimes primes = new SafePrimes();
        primes.refuseOther(Modp2048.PRIME, RANDOM);
        SecureRandom dry = new dev.dovetail.tls.testkit.FixedRandom(new byte[0]);
        assertThatCode(() -> primes.refuseOther(Modp2048.PRIME, dry)).doesNotThrowAnyException();
        assertThatCode(() -> new SafePrimes().refuseOther(Modp2048.PRIME, dry)).isInstanceOf(RuntimeException.class);
    }

    private static boolean prime(int number) {
        return number > 1
                && IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(divisor -> number % divisor == 0);
    }
}
