package dev.dovetail.tls.suites.aegis;

import java.util.Arrays;

/**
 * The state of AEGIS: some blocks of AES, each of which every step replaces by a round of the one before it, XORed with
 * itself. For one thread at a time.
 */
abstract class AegisState {

    // The Fibonacci sequence modulo 256: the draft's constants C0 and C1, each in two words.
    static final long C0_FIRST = Words.read(constant(0), 0);
    static final long C0_SECOND = Words.read(constant(0), 8);
    static final long C1_FIRST = Words.read(constant(16), 0);
    static final long C1_SECOND = Words.read(constant(16), 8);

    final Lanes blocks = new Lanes();

    private final Lanes rounds = new Lanes();
    private final AesRound round = new AesRound();
    private final int count;

    /** All lanes in use but lane 0. */
    private final long others;

    /** With so many blocks, in as many lanes. */
    AegisState(int count) {
        this.count = count;
        this.others = Lanes.lane0(-1) * ((1 << count) - 2);
    }

    /** How many bytes of a message one step takes. */
    abstract int rate();

    /** Begins a message. */
    abstract void begin(byte[] key, byte[] nonce);

    /** Takes additional data, {@link #rate()} bytes of it. */
    abstract void absorb(byte[] in, int offset);

    /** Encrypts {@link #rate()} bytes, and takes them; the place may be the same. */
    abstract void encrypt(byte[] in, int offset, byte[] out, int outOffset);

    /** Decrypts {@link #rate()} bytes, and takes what they were; the place may be the same. */
    abstract void decrypt(byte[] in, int offset, byte[] out, int outOffset);

    /** Decrypts the last bytes in their place; those behind {@code length} become zeros. */
    abstract void decryptLast(byte[] block, int length);

    /** Writes the tag; the message is over. Lengths are in bytes. */
    abstract void finish(long aadLength, long textLength, byte[] tag);

    /** The step without a message: that is XORed into its lanes afterwards. */
    final void step() {
        rounds.set(blocks);
        round.apply(rounds);
        for (int bit = 0; bit < Lanes.BITS; bit++) {
            blocks.low[bit] ^= next(rounds.low[bit]);
            blocks.high[bit] ^= next(rounds.high[bit]);
        }
    }

    /** Each block to the next lane, the last to the first. */
    private long next(long plane) {
        return plane << 1 & others | Lanes.lane0(plane >>> count - 1);
    }

    /** All blocks but the last of eight, or all six, XORed: the tag. */
    final void writeSum(int lanes, byte[] tag) {
        long first = 0;
        long second = 0;
        for (int lane = 0; lane < lanes; lane++) {
            first ^= blocks.first(lane);
            second ^= blocks.second(lane);
        }
        Words.write(first, tag, 0);
        Words.write(second, tag, 8);
    }

    /** Forgets everything. */
    final void clear() {
        blocks.clear();
        rounds.clear();
        round.clear();
    }

    private static byte[] constant(int from) {
        byte[] fibonacci = new byte[32];
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) fibonacci[i] = (byte) (fibonacci[i - 1] + fibonacci[i - 2]);
        return Arrays.copyOfRange(fibonacci, from, from + 16);
    }
}
