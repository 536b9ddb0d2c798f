package dev.dovetail.tls.suites.aegis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.testkit.Hex;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The round on eight blocks against FIPS 197 as it is written, one byte at a time. */
final class AesRoundTest {

    @Test
    void substitutesEveryByteInEveryLaneAsFips197Defines() {
        SBox box = new SBox();
        for (int lane = 0; lane < 8; lane++) {
            for (int value = 0; value < 256; value++) {
                Lanes lanes = new Lanes();
                lanes.add(lane, value * 0x0101010101010101L, 0);
                box.substitute(lanes.low);
                assertThat(lanes.first(lane))
                        .as("byte %02x in lane %d", value, lane)
                        .isEqualTo(substituted(value) * 0x0101010101010101L);
            }
        }
    }

    @Test
    void doesARoundOnEightBlocksAtOnce() {
        Random random = new Random(1);
        for (int times = 0; times < 200; times++) {
            Lanes lanes = new Lanes();
            byte[][] blocks = new byte[8][16];
            for (int lane = 0; lane < 8; lane++) {
                random.nextBytes(blocks[lane]);
                lanes.add(lane, Words.read(blocks[lane], 0), Words.read(blocks[lane], 8));
            }
            new AesRound().apply(lanes);
            for (int lane = 0; lane < 8; lane++) {
                assertThat(block(lanes, lane)).isEqualTo(round(blocks[lane]));
            }
        }
    }

    /** The draft's A.1. */
    @Test
    void doesTheRoundOfTheDraft() {
        Lanes lanes = new Lanes();
        byte[] in = Hex.bytes("000102030405060708090a0b0c0d0e0f");
        lanes.add(3, Words.read(in, 0), Words.read(in, 8));
        new AesRound().apply(lanes);
        byte[] key = Hex.bytes("101112131415161718191a1b1c1d1e1f");
        lanes.add(3, Words.read(key, 0), Words.read(key, 8));
        assertThat(block(lanes, 3)).isEqualTo(Hex.bytes("7a7b4e5638782546a8c0477a3b813f43"));
    }

    private static byte[] block(Lanes lanes, int lane) {
        byte[] block = new byte[16];
        Words.write(lanes.first(lane), block, 0);
        Words.write(lanes.second(lane), block, 8);
        return block;
    }

    private static byte[] round(byte[] in) {
        byte[] out = new byte[16];
        for (int column = 0; column < 4; column++) {
            int[] a = new int[4];
            for (int row = 0; row < 4; row++) a[row] = substituted(in[4 * ((column + row) % 4) + row] & 0xff);
            for (int row = 0; row < 4; row++) {
                out[4 * column + row] = (byte)
                        (product(2, a[row]) ^ product(3, a[(row + 1) % 4]) ^ a[(row + 2) % 4] ^ a[(row + 3) % 4]);
            }
        }
        return out;
    }

    /** FIPS 197 5.1.1: the inverse, then an affine map. */
    private static int substituted(int value) {
        int inverse = 0;
        for (int i = 1; i < 256; i++) if (product(value, i) == 1) inverse = i;
        int out = 0x63;
        for (int turn = 0; turn < 5; turn++) out ^= (inverse << turn | inverse >>> 8 - turn) & 0xff;
        return out;
    }

    /** In GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
    private static int product(int a, int b) {
        int sum = 0;
        int power = a;
        for (int bit = 0; bit < 8; bit++) {
            if ((b >>> bit & 1) == 1) sum ^= power;
            power = power << 1 ^ (power >= 0x80 ? 0x11b : 0);
        }
        return sum;
    }

    @Test
    void forgetsItsState() {
        AegisState state = new Aegis128LState();
        byte[] key = new byte[16];
        Arrays.fill(key, (byte) 7);
        state.begin(key, key);
        assertThat(state.blocks.first(0)).isNotZero();
        state.clear();
        assertThat(state.blocks.low).containsOnly(0);
        assertThat(state.blocks.high).containsOnly(0);
    }
}
