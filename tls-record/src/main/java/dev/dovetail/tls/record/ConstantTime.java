package dev.dovetail.tls.record;

/**
 * Comparisons whose time does not depend on the values: a mask of all ones (-1) for true, of all zeros for false. They
 * are arithmetic, so that there is no branch for a compiler to find. Values are 0 to 2^30.
 */
final class ConstantTime {

    private ConstantTime() {}

    static int less(int a, int b) {
        return (a - b) >> 31;
    }

    static int atMost(int a, int b) {
        return ~less(b, a);
    }

    static int equal(int a, int b) {
        int difference = a ^ b;
        return ~((difference | -difference) >> 31);
    }

    static int equal(byte[] a, byte[] b) {
        int difference = 0;
        for (int i = 0; i < a.length; i++) difference |= a[i] ^ b[i];
        return equal(difference, 0);
    }
}
