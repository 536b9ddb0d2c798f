package dev.dovetail.tls.suites.aegis;

import java.util.Arrays;

/** AEGIS-128L: eight blocks, and two of the message in each step (draft-irtf-cfrg-aegis-aead 4). */
final class Aegis128LState extends AegisState {

    private static final int RATE = 32;
    private static final int FIRST_STEPS = 10;
    private static final int LAST_STEPS = 7;

    Aegis128LState() {
        super(8);
    }

    @Override
    int rate() {
        return RATE;
    }

    @Override
    void begin(byte[] key, byte[] nonce) {
        long k0 = Words.read(key, 0);
        long k1 = Words.read(key, 8);
        long n0 = Words.read(nonce, 0);
        long n1 = Words.read(nonce, 8);
        blocks.clear();
        blocks.add(0, k0 ^ n0, k1 ^ n1);
        blocks.add(1, C1_FIRST, C1_SECOND);
        blocks.add(2, C0_FIRST, C0_SECOND);
        blocks.add(3, C1_FIRST, C1_SECOND);
        blocks.add(4, k0 ^ n0, k1 ^ n1);
        blocks.add(5, k0 ^ C0_FIRST, k1 ^ C0_SECOND);
        blocks.add(6, k0 ^ C1_FIRST, k1 ^ C1_SECOND);
        blocks.add(7, k0 ^ C0_FIRST, k1 ^ C0_SECOND);
        for (int i = 0; i < FIRST_STEPS; i++) update(n0, n1, k0, k1);
    }

    @Override
    void absorb(byte[] in, int offset) {
        update(
                Words.read(in, offset),
                Words.read(in, offset + 8),
                Words.read(in, offset + 16),
                Words.read(in, offset + 24));
    }

    @Override
    void encrypt(byte[] in, int offset, byte[] out, int outOffset) {
        long m0 = Words.read(in, offset);
        long m1 = Words.read(in, offset + 8);
        long m2 = Words.read(in, offset + 16);
        long m3 = Words.read(in, offset + 24);
        Words.write(m0 ^ stream0(blocks.low), out, outOffset);
        Words.write(m1 ^ stream0(blocks.high), out, outOffset + 8);
        Words.write(m2 ^ stream1(blocks.low), out, outOffset + 16);
        Words.write(m3 ^ stream1(blocks.high), out, outOffset + 24);
        update(m0, m1, m2, m3);
    }

    @Override
    void decrypt(byte[] in, int offset, byte[] out, int outOffset) {
        decipher(in, offset, out, outOffset);
        absorb(out, outOffset);
    }

    @Override
    void decryptLast(byte[] block, int length) {
        decipher(block, 0, block, 0);
        Arrays.fill(block, length, RATE, (byte) 0);
        absorb(block, 0);
    }

    private void decipher(byte[] in, int offset, byte[] out, int outOffset) {
        Words.write(Words.read(in, offset) ^ stream0(blocks.low), out, outOffset);
        Words.write(Words.read(in, offset + 8) ^ stream0(blocks.high), out, outOffset + 8);
        Words.write(Words.read(in, offset + 16) ^ stream1(blocks.low), out, outOffset + 16);
        Words.write(Words.read(in, offset + 24) ^ stream1(blocks.high), out, outOffset + 24);
    }

    @Override
    void finish(long aadLength, long textLength, byte[] tag) {
        long t0 = blocks.first(2) ^ 8 * aadLength;
        long t1 = blocks.second(2) ^ 8 * textLength;
        for (int i = 0; i < LAST_STEPS; i++) update(t0, t1, t0, t1);
        writeSum(7, tag);
    }

    private void update(long m0, long m1, long m2, long m3) {
        step();
        blocks.add(0, m0, m1);
        blocks.add(4, m2, m3);
    }

    /** S6 ^ S1 ^ (S2 & S3), for one half of the bytes. */
    private static long stream0(long[] planes) {
        long word = 0;
        for (int bit = 0; bit < Lanes.BITS; bit++) {
            long s = planes[bit];
            word |= Lanes.lane0(s >>> 6 ^ s >>> 1 ^ s >>> 2 & s >>> 3) << bit;
        }
        return word;
    }

    /** S2 ^ S5 ^ (S6 & S7), the same. */
    private static long stream1(long[] planes) {
        long word = 0;
        for (int bit = 0; bit < Lanes.BITS; bit++) {
            long s = planes[bit];
            word |= Lanes.lane0(s >>> 2 ^ s >>> 5 ^ s >>> 6 & s >>> 7) << bit;
        }
        return word;
    }
}
