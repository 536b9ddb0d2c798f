package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.NamedGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shares that no honest peer sends: RFC 8446 4.2.8.1 and 4.2.8.2, RFC 7919 5.1. */
final class BadShares {

    private BadShares() {}

    /** Shares made from a good one that can't be good, as far as that can be told from outside. */
    static List<byte[]> of(NamedGroup.Kind kind, byte[] good) {
        List<byte[]> bad = new ArrayList<>();
        bad.add(new byte[good.length]);
        if (kind == NamedGroup.Kind.FINITE_FIELD) {
            // 1 has order 1, and a number of only one-bits is above every prime of its length.
            byte[] one = new byte[good.length];
            one[one.length - 1] = 1;
            bad.add(one);
            bad.add(ones(good.length));
        }
        // RFC 8446 4.2.8.2: form 4, x and y of the same length; XDH's shares have an even length.
        if (kind == NamedGroup.Kind.ELLIPTIC_CURVE && good.length % 2 == 1 && good[0] == 4) {
            bad.add(Sample.flipped(good, good.length - 1));
            bad.add(Sample.flipped(good, 1 + good.length / 2 - 1));
            for (int form : new int[] {0, 2, 3, 5, 6, 7}) bad.add(withForm(good, form));
            bad.add(withForm(new byte[good.length], 4));
            bad.add(withForm(ones(good.length), 4));
        }
        return bad;
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
