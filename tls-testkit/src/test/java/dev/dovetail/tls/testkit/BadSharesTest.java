package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BadSharesTest {

    private static final BigInteger P25519 = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger P448 =
            BigInteger.TWO.pow(448).subtract(BigInteger.TWO.pow(224)).subtract(BigInteger.ONE);

    @Test
    void takesBothEndsOfAFieldWhosePrimeIsKnown() {
        assertThat(texts(field(BigInteger.valueOf(0xfff1)), new byte[2]))
                .containsExactlyInAnyOrder("0000", "0001", "ffff", "fff0", "fff1", "fff2");
    }

    /** RFC 7748 5: three doublings of u, on the curve or its twist, end at infinity: u is that of a point of small order. */
    @Test
    void takesOnlyPointsOfSmallOrder() {
        for (String share : texts(kind(NamedGroup.Kind.ELLIPTIC_CURVE), new byte[32])) {
            BigInteger u = littleEndian(share).clearBit(255).mod(P25519);
            assertThat(endsAtInfinity(u, BigInteger.valueOf(486662), P25519))
                    .as(share)
                    .isTrue();
        }
        for (String share : texts(kind(NamedGroup.Kind.ELLIPTIC_CURVE), new byte[56])) {
            BigInteger u = littleEndian(share).mod(P448);
            assertThat(endsAtInfinity(u, BigInteger.valueOf(156326), P448))
                    .as(share)
                    .isTrue();
        }
    }

    @Test
    void takesNothingForAKem() {
        assertThat(texts(kind(NamedGroup.Kind.KEM), new byte[32])).isEmpty();
    }

    private static boolean endsAtInfinity(BigInteger u, BigInteger a, BigInteger p) {
        BigInteger x = u;
        BigInteger z = BigInteger.ONE;
        for (int i = 0; i < 3; i++) {
            BigInteger sum = x.add(z).pow(2);
            BigInteger difference = x.subtract(z).pow(2);
            BigInteger four = sum.subtract(difference);
            BigInteger quarter = a.add(BigInteger.TWO).shiftRight(2);
            x = sum.multiply(difference).mod(p);
            z = four.multiply(difference.add(quarter.multiply(four))).mod(p);
        }
        return z.signum() == 0;
    }

    private static List<String> texts(NamedGroup group, byte[] good) {
        return BadShares.of(group, good).stream().map(Hex::text).toList();
    }

    private static BigInteger littleEndian(String share) {
        byte[] bytes = Hex.bytes(share);
        BigInteger number = BigInteger.ZERO;
        for (int i = bytes.length; i-- > 0; ) number = number.shiftLeft(8).add(BigInteger.valueOf(bytes[i] & 0xff));
        return number;
    }

    private static NamedGroup kind(NamedGroup.Kind kind) {
        return group(NamedGroup.class, kind, BigInteger.ZERO);
    }

    private static NamedGroup field(BigInteger prime) {
        return group(FiniteFieldGroup.class, NamedGroup.Kind.FINITE_FIELD, prime);
    }

    private static NamedGroup group(Class<? extends NamedGroup> type, NamedGroup.Kind kind, BigInteger prime) {
        return (NamedGroup) Proxy.newProxyInstance(
                BadSharesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("kind") ? kind : prime);
    }
}
