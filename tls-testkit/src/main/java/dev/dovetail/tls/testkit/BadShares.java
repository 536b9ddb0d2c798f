package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Shares that no honest peer sends: RFC 8446 4.2.8.1 and 4.2.8.2, RFC 7748 6, RFC 7919 5.1. */
final class BadShares {

    /**
     * RFC 7748 6.1: all points of small order, on the curve and on its twist: 1, the two of order 8, -1, and p and p + 1,
     * which are 0 and 1 again. The top bit does not count.
     */
    private static final List<String> X25519 = List.of(
            "01" + "00".repeat(31),
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ec" + "ff".repeat(30) + "7f",
            "ed" + "ff".repeat(30) + "7f",
            "ee" + "ff".repeat(30) + "7f",
            "00".repeat(31) + "80",
            "01" + "00".repeat(30) + "80",
            "ec" + "ff".repeat(31),
            "ed" + "ff".repeat(31),
            "ee" + "ff".repeat(31));

    /** The same for RFC 7748 6.2: 1, -1, p and p + 1. */
    private static final List<String> X448 = List.of(
            "01" + "00".repeat(55),
            "fe" + "ff".repeat(27) + "fe" + "ff".repeat(27),
            "ff".repeat(28) + "fe" + "ff".repeat(27),
            "00".repeat(28) + "ff".repeat(28));

    private BadShares() {}

    /** Shares made from a good one that can't be good, as far as that can be told from outside. */
    static List<byte[]> of(NamedGroup group, byte[] good) {
        List<byte[]> bad = new ArrayList<>();
        if (group.kind() != NamedGroup.Kind.KEM) bad.add(new byte[good.length]);
        if (group.kind() == NamedGroup.Kind.FINITE_FIELD) addNumbers(group, good.length, bad);
        if (group.kind() == NamedGroup.Kind.ELLIPTIC_CURVE) {
            if (good.length == 32) X25519.forEach(share -> bad.add(Hex.bytes(share)));
            if (good.length == 56) X448.forEach(share -> bad.add(Hex.bytes(share)));
            // RFC 8446 4.2.8.2: form 4, x and y of the same length; XDH's shares have an even length.
            if (good.length % 2 == 1 && good[0] == 4) addPoints(good, bad);
        }
        return bad;
    }

    /** 1 and p - 1 have orders 1 and 2; p, p + 1 and a number of only one-bits are none of the field. */
    private static void addNumbers(NamedGroup group, int length, List<byte[]> bad) {
        bad.add(number(BigInteger.ONE, length));
        bad.add(ones(length));
        if (group instanceof FiniteFieldGroup field) {
            BigInteger prime = field.prime();
            Stream.of(prime.subtract(BigInteger.ONE), prime, prime.add(BigInteger.ONE))
                    .forEach(number -> bad.add(number(number, length)));
        }
    }

    private static void addPoints(byte[] good, List<byte[]> bad) {
        bad.add(Sample.flipped(good, good.length - 1));
        bad.add(Sample.flipped(good, 1 + good.length / 2 - 1));
        for (int form : new int[] {0, 2, 3, 5, 6, 7}) bad.add(withForm(good, form));
        bad.add(withForm(new byte[good.length], 4));
        bad.add(withForm(ones(good.length), 4));
    }

    private static byte[] number(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[length - 1 - i] = number.shiftRight(8 * i).byteValue();
        return bytes;
    }

    private static byte[] ones(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    private static byte[] withForm(byte[] share, int form) {
        byte[] changed = share.clone();
        changed[0] = (byte) form;
        return changed;
    }
}
