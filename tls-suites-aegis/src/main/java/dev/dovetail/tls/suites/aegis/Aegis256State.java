package dev.dovetail.tls.suites.aegis;

import java.util.Arrays;

/** AEGIS-256: six blocks, and one of the message in each step (draft-irtf-cfrg-aegis-aead 5). */
final class Aegis256State extends AegisState {

    private static final int RATE = 16;
    private static final int FIRST_ROUNDS = 4;
    private static final int LAST_STEPS = 7;

    Aegis256State() {
        super(6);
    }

    @Override
    int rate() {
        return RATE;
    }

    @Override
    void begin(byte[] key, byte[] nonce) {
        long k0 = Words.read(key, 0);
        long k1 = Words.read(key, 8);
        long k2 = Words.read(key, 16);
        long k3 = Words.read(key, 24);
        long x0 = k0 ^ Words.read(nonce, 0);
        long x1 = k1 ^ Words.read(nonce, 8);
        long x2 = k2 ^ Words.read(nonce, 16);
        long x3 = k3 ^ Words.read(nonce, 24);
        blocks.clear();
        blocks.add(0, x0, x1);
        blocks.add(1, x2, x3);
        blocks.add(2, C1_FIRST, C1_SECOND);
        blocks.add(3, C0_FIRST, C0_SECOND);
        blocks.add(4, k0 ^ C0_FIRST, k1 ^ C0_SECOND);
        blocks.add(5, k2 ^ C1_FIRST, k3 ^ C1_SECOND);
        for (int i = 0; i < FIRST_ROUNDS; i++) {
            update(k0, k1);
            update(k2, k3);
            update(x0, x1);
            update(x2, x3);
        }
    }

    @Override
    void absorb(byte[] in, int offset) {
        update(Words.read(in, offset), Words.read(in, offset + 8));
    }

    @Override
    void encrypt(byte[] in, int offset, byte[] out, int outOffset) {
        long m0 = Words.read(in, offset);
        long m1 = Words.read(in, offset + 8);
        Words.write(m0 ^ stream(blocks.low), out, outOffset);
        Words.write(m1 ^ stream(blocks.high), out, outOffset + 8);
        update(m0, m1);
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
        Words.write(Words.read(in, offset) ^ stream(blocks.low), out, outOffset);
        Words.write(Words.read(in, offset + 8) ^ stream(blocks.high), out, outOffset + 8);
    }

    @Override
    void finish(long aadLength, long textLength, byte[] tag) {
        long t0 = blocks.first(3) ^ 8 * aadLength;
        long t1 = blocks.second(3) ^ 8 * textLength;
        for (int i = 0; i < LAST_STEPS; i++) update(t0, t1);
        writeSum(6, tag);
    }

    private void update(long m0, long m1) {
        step();
        blocks.add(0, m0, m1);
    }

    /** S1 ^ S4 ^ S5 ^ (S2 & S3), for one half of the bytes. */
    private static long stream(long[] planes) {
        long word = 0;
        for (int bit = 0; bit < Lanes.BITS; bit++) {
            long s = planes[bit];
            word |= Lanes.lane0(s >>> 1 ^ s >>> 4 ^ s >>> 5 ^ s >>> 2 & s >>> 3) << bit;
        }
        return word;
    }
}
