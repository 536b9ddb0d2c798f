package dev.dovetail.tls.suites.aria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/**
 * The modes against a composition of our own, written down from NIST SP 800-38A 6.2 and SP 800-38D 6 and 7, over single
 * blocks of the engine: slow, and without a line in common with what it checks.
 */
final class AriaCompositionTest {

    private static final int[] LENGTHS = {0, 1, 15, 16, 17, 31, 32, 33, 100, 1000};

    @Test
    void sealsAsGcmIsWritten() {
        Random random = new Random(1);
        for (AeadCipher cipher : List.of(new Aria128Gcm(), new Aria256Gcm())) {
            for (int length : LENGTHS) {
                for (int aadLength : new int[] {0, 5, 13, 16, 33}) {
                    byte[] key = bytes(random, cipher.keyLength());
                    byte[] nonce = bytes(random, 12);
                    byte[] aad = bytes(random, aadLength);
                    byte[] text = bytes(random, length);
                    byte[] out = new byte[length + 16];
                    try (Secret secret = Secret.of(key.clone());
                            AeadCipher.Sealer sealer = cipher.sealer(secret)) {
                        sealer.seal(nonce, aad, aadLength, text, 0, length, aad, 0, out, 0);
                    }
                    assertThat(out)
                            .as("%s: %d bytes with %d bytes of additional data", cipher.name(), length, aadLength)
                            .isEqualTo(gcm(key, nonce, aad, text));
                }
            }
        }
    }

    @Test
    void chainsAsCbcIsWritten() {
        Random random = new Random(2);
        for (CbcCipher cipher : List.of(new Aria128Cbc(), new Aria256Cbc())) {
            for (int blocks : new int[] {1, 2, 3, 64}) {
                byte[] key = bytes(random, cipher.keyLength());
                byte[] iv = bytes(random, 16);
                byte[] text = bytes(random, 16 * blocks);
                byte[] out = new byte[text.length];
                byte[] back = new byte[text.length];
                try (Secret secret = Secret.of(key.clone());
                        CbcCipher.Transform encryptor = cipher.encryptor(secret);
                        CbcCipher.Transform decryptor = cipher.decryptor(secret)) {
                    encryptor.transform(iv, 0, text, 0, text.length, out, 0);
                    decryptor.transform(iv, 0, out, 0, out.length, back, 0);
                }
                assertThat(out).isEqualTo(cbc(key, iv, text));
                assertThat(back).isEqualTo(text);
            }
        }
    }

    private static byte[] cbc(byte[] key, byte[] iv, byte[] text) {
        ByteBuffer out = ByteBuffer.allocate(text.length);
        byte[] last = iv;
        for (int at = 0; at < text.length; at += 16) {
            last = encrypted(key, xor(last, Arrays.copyOfRange(text, at, at + 16)));
            out.put(last);
        }
        return out.array();
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] aad, byte[] text) {
        byte[] hidden = new byte[text.length];
        for (int at = 0; at < text.length; at += 16) {
            byte[] stream = encrypted(key, counter(nonce, 2 + at / 16));
            for (int i = at; i < Math.min(at + 16, text.length); i++) hidden[i] = (byte) (text[i] ^ stream[i - at]);
        }
        byte[] lengths = ByteBuffer.allocate(16)
                .putLong(8L * aad.length)
                .putLong(8L * text.length)
                .array();
        BigInteger h = reflected(encrypted(key, new byte[16]));
        BigInteger hash = BigInteger.ZERO;
        for (byte[] part : List.of(aad, hidden, lengths)) {
            for (int at = 0; at < part.length; at += 16) {
                byte[] block = Arrays.copyOf(Arrays.copyOfRange(part, at, Math.min(at + 16, part.length)), 16);
                hash = times(hash.xor(reflected(block)), h);
            }
        }
        byte[] tag = xor(unreflected(hash), encrypted(key, counter(nonce, 1)));
        return ByteBuffer.allocate(text.length + 16).put(hidden).put(tag).array();
    }

    /** SP 800-38D 6.3: modulo 1 + x + x^2 + x^7 + x^128. */
    private static BigInteger times(BigInteger a, BigInteger b) {
        BigInteger product = BigInteger.ZERO;
        for (int i = 0; i < 128; i++) if (b.testBit(i)) product = product.xor(a.shiftLeft(i));
        BigInteger modulus = BigInteger.ONE.shiftLeft(128).xor(BigInteger.valueOf(0x87));
        for (int i = 255; i >= 128; i--) {
            if (product.testBit(i)) product = product.xor(modulus.shiftLeft(i - 128));
        }
        return product;
    }

    /** The first bit of a block is the coefficient of x^0. */
    private static BigInteger reflected(byte[] block) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 128; i++) {
            if ((block[i / 8] >> 7 - i % 8 & 1) == 1) value = value.setBit(i);
        }
        return value;
    }

    private static byte[] unreflected(BigInteger value) {
        byte[] block = new byte[16];
        for (int i = 0; i < 128; i++) {
            if (value.testBit(i)) block[i / 8] |= (byte) (0x80 >> i % 8);
        }
        return block;
    }

    private static byte[] counter(byte[] nonce, int number) {
        return ByteBuffer.allocate(16).put(nonce).putInt(number).array();
    }

    private static byte[] encrypted(byte[] key, byte[] block) {
        BlockCipher engine = Aria.engine();
        engine.init(true, new KeyParameter(key));
        byte[] out = new byte[16];
        engine.processBlock(block, 0, out, 0);
        return out;
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] out = new byte[a.length];
        for (int i = 0; i < out.length; i++) out[i] = (byte) (a[i] ^ b[i]);
        return out;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
