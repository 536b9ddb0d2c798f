package dev.dovetail.tls.ciphers.ccm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CcmTest {

    private static List<AeadCipher> all() {
        return Ciphers.all();
    }

    @Test
    void statesTheFactsOfRfc6655() {
        for (List<AeadCipher> ciphers : List.of(Ciphers.jdk(), Ciphers.bouncyCastle())) {
            assertThat(ciphers)
                    .extracting(AeadCipher::name)
                    .containsExactly("AES_128_CCM", "AES_256_CCM", "AES_128_CCM_8", "AES_256_CCM_8");
            assertThat(ciphers).extracting(AeadCipher::keyLength).containsExactly(16, 32, 16, 32);
            assertThat(ciphers).extracting(AeadCipher::tagLength).containsExactly(16, 16, 8, 8);
            assertThat(ciphers).allSatisfy(cipher -> {
                assertThat(cipher.availability().reason()).isEmpty();
                assertThat(cipher.nonceLength()).isEqualTo(12);
                assertThat(cipher.tls12Nonce()).isEqualTo(Tls12Nonce.EXPLICIT);
            });
        }
    }

    /** RFC 9147 4.5.3 and B.3. */
    @Test
    void limitsRecordsAsRfc9147Derives() {
        assertThat(all()).extracting(AeadCipher::recordLimit).containsOnly((long) Math.pow(2, 23));
    }

    @Test
    void prefersLongTagsToShortOnes() {
        assertThat(Ciphers.jdk())
                .extracting(AeadCipher::preference)
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a))
                .doesNotHaveDuplicates();
        assertThat(new JdkAes256Ccm().preference()).isPositive();
        assertThat(new JdkAes128Ccm8().preference()).isNegative();
    }

    @Test
    void prefersTheJdksAesUnlessTheUserSaysOtherwise() {
        Catalog catalog = Catalog.of(all().toArray());
        assertThat(catalog.problems()).isEmpty();
        for (AeadCipher cipher : Ciphers.jdk()) assertThat(cipher.priority()).isPositive();
        for (AeadCipher cipher : Ciphers.bouncyCastle())
            assertThat(cipher.priority()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesToSealWithTheLastNonceAgain(AeadCipher cipher) {
        byte[] out = new byte[100 + cipher.tagLength()];
        // One array, counted up in place, as a record layer does.
        byte[] nonce = Ciphers.nonce(1);
        try (Secret key = key(cipher);
                AeadCipher.Sealer sealer = cipher.sealer(key)) {
            seal(sealer, nonce, out);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> seal(sealer, nonce, out))
                    .withMessageContaining("nonce");
            nonce[11]++;
            assertThat(seal(sealer, nonce, out)).isEqualTo(out.length);
        }
    }

    /** A server that skips early data tries its records with one nonce, until one opens (RFC 8446 4.2.10). */
    @ParameterizedTest
    @MethodSource("all")
    void opensWithANonceThatFailedAndThatSucceededBefore(AeadCipher cipher) {
        byte[] sealed = new byte[100 + cipher.tagLength()];
        byte[] opened = new byte[100];
        try (Secret key = key(cipher);
                AeadCipher.Sealer sealer = cipher.sealer(key);
                AeadCipher.Opener opener = cipher.opener(key)) {
            seal(sealer, Ciphers.nonce(1), sealed);
            byte[] other = sealed.clone();
            other[5] ^= 1;
            for (byte[] in : List.of(other, other, sealed, sealed, other, sealed)) {
                int read = opener.open(Ciphers.nonce(1), Ciphers.NOTHING, 0, in, 0, in.length, opened, 0);
                assertThat(read).isEqualTo(in == sealed ? 100 : -1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesArraysThatAreTooShortBeforeItWrites(AeadCipher cipher) {
        byte[] long100 = new byte[100];
        byte[] out = new byte[99];
        try (Secret key = key(cipher);
                AeadCipher.Sealer sealer = cipher.sealer(key);
                AeadCipher.Opener opener = cipher.opener(key)) {
            byte[] nonce = Ciphers.nonce(1);
            byte[] none = Ciphers.NOTHING;
            for (Runnable call : List.<Runnable>of(
                    () -> sealer.seal(nonce, none, 0, long100, 0, 99, none, 0, out, 0),
                    () -> sealer.seal(nonce, none, 0, long100, 0, 101, none, 0, new byte[200], 0),
                    () -> sealer.seal(nonce, none, 1, long100, 0, 10, none, 0, out, 0),
                    () -> sealer.seal(nonce, none, 0, long100, 0, 10, none, 1, out, 0),
                    () -> opener.open(nonce, none, 0, new byte[116], 0, 116, out, 0),
                    () -> opener.open(nonce, none, 0, long100, 1, 100, out, 0),
                    () -> opener.open(nonce, none, 1, long100, 0, 50, out, 0))) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call::run);
            }
            assertThat(out).containsOnly(0);
            // Nothing was begun that the next record could be in the middle of.
            assertThat(sealer.seal(nonce, none, 0, long100, 0, 10, none, 0, out, 0))
                    .isEqualTo(10 + cipher.tagLength());
            assertThat(opener.open(nonce, none, 0, out, 0, 10 + cipher.tagLength(), new byte[10], 0))
                    .isEqualTo(10);
        }
    }

    /** Behaviour shows it: after close, what the JCA's ciphers compute is what a key of zeros gives. */
    @Test
    void leavesNoKeyInTheCiphersThatItDrops() throws Exception {
        for (CcmAlgorithm algorithm : CcmAlgorithm.values()) {
            byte[] bytes = new byte[algorithm.keyLength()];
            Arrays.fill(bytes, (byte) 1);
            Cipher cbc = JdkAes.cipher(CbcMac.TRANSFORMATION);
            Cipher ctr = JdkAes.cipher(CounterMode.TRANSFORMATION);
            JdkCcmSealer sealer = new JdkCcmSealer(algorithm, new JdkCcm(new AesKey(bytes), cbc, ctr));
            seal(sealer, Ciphers.nonce(1), new byte[100 + algorithm.tagLength()]);
            sealer.close();
            sealer.close();
            assertThat(bytes).containsOnly(0);
            Cipher blank = Cipher.getInstance("AES/ECB/NoPadding");
            blank.init(Cipher.ENCRYPT_MODE, new AesKey(new byte[algorithm.keyLength()]));
            byte[] wanted = blank.doFinal(new byte[16]);
            assertThat(cbc.doFinal(new byte[16])).isEqualTo(wanted);
            assertThat(ctr.doFinal(new byte[16])).isEqualTo(wanted);
        }
    }

    @Test
    void leavesNeitherKeyNorTextInBouncyCastle() throws Exception {
        for (CcmAlgorithm algorithm : CcmAlgorithm.values()) {
            byte[] bytes = new byte[algorithm.keyLength()];
            Arrays.fill(bytes, (byte) 1);
            BouncyCastleCcm ccm = new BouncyCastleCcm(bytes);
            byte[] text = new byte[300];
            Arrays.fill(text, (byte) 0x5a);
            byte[] out = new byte[text.length + algorithm.tagLength()];
            new BouncyCastleCcmSealer(algorithm, ccm)
                    .seal(Ciphers.nonce(1), Ciphers.NOTHING, 0, text, 0, 200, text, 100, out, 0);
            CCMModeCipher cipher = ccm.begin(true, 16, Ciphers.nonce(2), Ciphers.NOTHING, 0, 1);
            assertThat(buffered(cipher)).contains(0x5a);
            ccm.close();
            ccm.close();
            assertThat(buffered(cipher)).doesNotContain(0x5a);
            byte[] block = new byte[16];
            cipher.getUnderlyingCipher().processBlock(block, 0, block, 0);
            Cipher blank = Cipher.getInstance("AES/ECB/NoPadding");
            blank.init(Cipher.ENCRYPT_MODE, new AesKey(new byte[algorithm.keyLength()]));
            assertThat(block).isEqualTo(blank.doFinal(new byte[16]));
        }
    }

    /** What it collected last, which it has no method for. */
    private static byte[] buffered(CCMModeCipher cipher) throws ReflectiveOperationException {
        Field data = cipher.getClass().getDeclaredField("data");
        data.setAccessible(true);
        Method buffer = data.getType().getDeclaredMethod("getBuffer");
        buffer.setAccessible(true);
        return ((byte[]) buffer.invoke(data.get(cipher))).clone();
    }

    @Test
    void wipesTheKeyThatBouncyCastleWasGiven() {
        byte[] bytes = new byte[16];
        Arrays.fill(bytes, (byte) 1);
        BouncyCastleCcm ccm = new BouncyCastleCcm(bytes);
        assertThat(bytes).containsOnly(0);
        ccm.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> ccm.begin(true, 16, Ciphers.nonce(1), Ciphers.NOTHING, 0, 0));
    }

    @Test
    void printsNoByteOfTheKey() {
        byte[] bytes = {0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x11, 0x22};
        assertThat(new AesKey(bytes).toString()).doesNotContain("1122", "17, 34");
    }

    private static Secret key(AeadCipher cipher) {
        byte[] bytes = new byte[cipher.keyLength()];
        Arrays.fill(bytes, (byte) 1);
        return Secret.of(bytes);
    }

    private static int seal(AeadCipher.Sealer sealer, byte[] nonce, byte[] out) {
        return sealer.seal(nonce, Ciphers.NOTHING, 0, new byte[100], 0, 100, Ciphers.NOTHING, 0, out, 0);
    }
}
