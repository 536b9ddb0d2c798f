package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AeadCipher} must do. Extend it, hand over the cipher, done:
 *
 * <pre>{@code
 * final class Aes128GcmContractTest extends AeadCipherContract {
 *     @Override
 *     protected AeadCipher part() {
 *         return new Aes128Gcm();
 *     }
 * }
 * }</pre>
 */
public abstract class AeadCipherContract extends AeadForgeryContract {

    private static final int[] PIECES = {0, 1, 15, 16, 17, 256};

    @Test
    void statesLengthsThatRecordsCanBeMadeOf() {
        AeadCipher cipher = part();
        assertThat(cipher.keyLength()).as("keyLength() of %s", name()).isPositive();
        assertThat(cipher.nonceLength())
                .as("nonceLength() of %s: RFC 8446 5.3 asks for at least 8", name())
                .isGreaterThanOrEqualTo(8);
        assertThat(cipher.tagLength()).as("tagLength() of %s", name()).isBetween(1, 255);
        assertThat(cipher.recordLimit()).as("recordLimit() of %s", name()).isPositive();
        assertThat(cipher.tls12Nonce()).as("tls12Nonce() of %s", name()).isNotNull();
        if (cipher.tls12Nonce() == AeadCipher.Tls12Nonce.EXPLICIT) {
            assertThat(cipher.nonceLength())
                    .as("%s has EXPLICIT nonces, which are 4 + 8 bytes (RFC 5288 3)", name())
                    .isEqualTo(12);
        }
    }

    @Test
    void opensWhatItSealedAtEverySize() {
        for (int size : Sample.SIZES) {
            byte[] text = Sample.bytes(size, size);
            byte[] sealed = seal(0, nonce(0), AAD, text);
            assertThat(calls().open(0, nonce(0), AAD, sealed))
                    .as("%s: %d bytes sealed, opened", name(), size)
                    .isEqualTo(text);
        }
    }

    @Test
    void sealsATextOfTwoPiecesAsIfItWereOne() {
        for (int first : PIECES) {
            for (int second : PIECES) {
                byte[] a = Sample.bytes(1, first);
                byte[] b = Sample.bytes(2, second);
                assertThat(calls().seal(0, nonce(0), AAD, a, b))
                        .as("%s: a text of %d + %d bytes is sealed as one of %d", name(), first, second, first + second)
                        .isEqualTo(seal(0, nonce(0), AAD, Sample.joined(a, b)));
            }
        }
    }

    @Test
    void countsOnlyThePartOfAadAndSuffixThatItIsToldTo() {
        byte[] text = Sample.bytes(1, 50);
        byte[] longAad = Sample.joined(AAD, Sample.bytes(2, 20));
        byte[] longSuffix = Sample.bytes(3, 30);
        byte[] out = new byte[50 + 1 + part().tagLength()];
        try (Secret key = key(0);
                AeadCipher.Sealer sealer = part().sealer(key)) {
            sealer.seal(nonce(0), longAad, AAD.length, text, 0, 50, longSuffix, 1, out, 0);
        }
        assertThat(out)
                .as("%s must use aadLength bytes of aad and suffixLength bytes of suffix, not all of them", name())
                .isEqualTo(seal(0, nonce(0), AAD, Sample.joined(text, Arrays.copyOf(longSuffix, 1))));
    }

    @Test
    void worksOnRangesOfLargerArrays() {
        for (int size : new int[] {0, 1, 16, 100, 16384}) {
            Guarded text = Guarded.around(Sample.bytes(1, size));
            Guarded sealed = Guarded.range(size + part().tagLength());
            Guarded opened = Guarded.range(size);
            try (Secret key = key(0);
                    AeadCipher.Sealer sealer = part().sealer(key);
                    AeadCipher.Opener opener = part().opener(key)) {
                int written = sealer.seal(
                        nonce(0),
                        AAD,
                        AAD.length,
                        text.array(),
                        text.offset(),
                        size,
                        NOTHING,
                        0,
                        sealed.array(),
                        sealed.offset());
                assertThat(written).as("%s: what seal() returns", name()).isEqualTo(size + part().tagLength());
                int read = opener.open(
                        nonce(0),
                        AAD,
                        AAD.length,
                        sealed.array(),
                        sealed.offset(),
                        written,
                        opened.array(),
                        opened.offset());
                assertThat(read).as("%s: what open() returns", name()).isEqualTo(size);
            }
            sealed.assertSurroundingsUntouched(name() + ": seal()");
            opened.assertSurroundingsUntouched(name() + ": open()");
            assertThat(opened.content())
                    .as("%s: %d bytes at an offset", name(), size)
                    .isEqualTo(text.content());
        }
    }

    @Test
    void sealsAndOpensInPlace() {
        for (int size : new int[] {0, 1, 15, 16, 17, 1000, 16384}) {
            byte[] text = Sample.bytes(1, size);
            byte[] inner = {23};
            byte[] record = Arrays.copyOf(Sample.joined(new byte[5], text), 5 + size + 1 + part().tagLength());
            try (Secret key = key(0);
                    AeadCipher.Sealer sealer = part().sealer(key);
                    AeadCipher.Opener opener = part().opener(key)) {
                int written = sealer.seal(nonce(0), AAD, AAD.length, record, 5, size, inner, 1, record, 5);
                assertThat(Arrays.copyOfRange(record, 5, 5 + written))
                        .as("%s: %d bytes sealed in place", name(), size)
                        .isEqualTo(seal(0, nonce(0), AAD, Sample.joined(text, inner)));
                int read = opener.open(nonce(0), AAD, AAD.length, record, 5, written, record, 5);
                assertThat(read)
                        .as("%s: %d bytes opened in place", name(), size + 1)
                        .isEqualTo(size + 1);
            }
            assertThat(Arrays.copyOfRange(record, 5, 5 + size + 1))
                    .as("%s: %d bytes opened in place", name(), size + 1)
                    .isEqualTo(Sample.joined(text, inner));
        }
    }

    @Test
    void worksWithinOneArrayWhereTheRangesDoNotOverlap() {
        int tag = part().tagLength();
        byte[] text = Sample.bytes(1, 300);
        byte[] array = Arrays.copyOf(text, 300 + 300 + tag);
        try (Secret key = key(0);
                AeadCipher.Sealer sealer = part().sealer(key)) {
            sealer.seal(nonce(0), AAD, AAD.length, array, 0, 300, NOTHING, 0, array, 300);
        }
        assertThat(Arrays.copyOf(array, 300))
                .as("%s: the text beside its ciphertext", name())
                .isEqualTo(text);
        assertThat(calls().open(0, nonce(0), AAD, Arrays.copyOfRange(array, 300, array.length)))
                .as("%s: sealed into another range of the same array", name())
                .isEqualTo(text);
    }

    @Test
    void onlyReadsItsInputs() {
        byte[] nonce = nonce(0);
        byte[] aad = AAD.clone();
        byte[] text = Sample.bytes(1, 100);
        byte[] suffix = Sample.bytes(2, 17);
        byte[] sealed = new byte[117 + part().tagLength()];
        Lent lent = new Lent()
                .array("nonce", nonce)
                .array("aad", aad)
                .array("in", text)
                .array("suffix", suffix);
        try (Secret key = key(0);
                AeadCipher.Sealer sealer = part().sealer(key);
                AeadCipher.Opener opener = part().opener(key)) {
            sealer.seal(nonce, aad, aad.length, text, 0, 100, suffix, 17, sealed, 0);
            lent.assertUnchanged(name() + ": seal()");
            lent.array("in", sealed);
            opener.open(nonce, aad, aad.length, sealed, 0, sealed.length, new byte[117], 0);
            lent.assertUnchanged(name() + ": open()");
        }
    }

    @Test
    void protectsManyRecordsWithOneKey() {
        byte[] sealed = new byte[64 + part().tagLength()];
        byte[] opened = new byte[64];
        try (Secret key = key(0);
                AeadCipher.Sealer sealer = part().sealer(key);
                AeadCipher.Opener opener = part().opener(key)) {
            for (int i = 0; i < 200; i++) {
                int size = i % 65;
                byte[] text = Sample.bytes(i, size);
                int written = sealer.seal(nonce(i), AAD, AAD.length, text, 0, size, NOTHING, 0, sealed, 0);
                int read = opener.open(nonce(i), AAD, AAD.length, sealed, 0, written, opened, 0);
                assertThat(read).as("%s: record %d with one key", name(), i).isEqualTo(size);
                assertThat(Arrays.copyOf(opened, size))
                        .as("%s: record %d with one key", name(), i)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void makesAnotherCiphertextForAnotherKeyOrNonce() {
        byte[] text = Sample.bytes(1, 64);
        byte[] sealed = seal(0, nonce(0), AAD, text);
        assertThat(seal(0, nonce(0), AAD, text))
                .as("%s: the same input again", name())
                .isEqualTo(sealed);
        assertThat(seal(1, nonce(0), AAD, text)).as("%s: another key", name()).isNotEqualTo(sealed);
        assertThat(seal(0, nonce(1), AAD, text)).as("%s: another nonce", name()).isNotEqualTo(sealed);
        if (hides()) calls().assertHoldsNothingOf(text, sealed);
    }

    @Test
    void leavesTheKeyToItsOwner() {
        byte[] bytes = Sample.bytes(1000, part().keyLength());
        byte[] sealed = new byte[10 + part().tagLength()];
        Secret key = key(0);
        part().sealer(key).close();
        Lent.assertLeftToTheCaller(key, bytes, name() + ": sealer() or its close()");
        part().opener(key).close();
        Lent.assertLeftToTheCaller(key, bytes, name() + ": opener() or its close()");
        try (AeadCipher.Sealer sealer = part().sealer(key);
                AeadCipher.Opener opener = part().opener(key)) {
            key.close();
            assertThatCode(() -> {
                        sealer.seal(nonce(0), AAD, AAD.length, new byte[10], 0, 10, NOTHING, 0, sealed, 0);
                        opener.open(nonce(0), AAD, AAD.length, sealed, 0, sealed.length, new byte[10], 0);
                    })
                    .as("%s keeps the caller's key instead of a copy: it fails once the caller closed it", name())
                    .doesNotThrowAnyException();
        }
        assertThat(sealed)
                .as("%s keeps the caller's key instead of a copy: it seals with the wiped one", name())
                .isEqualTo(seal(0, nonce(0), AAD, new byte[10]));
    }

    @Test
    void refusesKeysOfAnotherLength() {
        for (int length : new int[] {0, part().keyLength() - 1, part().keyLength() + 1}) {
            try (Secret key = Sample.secret(0, length)) {
                assertThatThrownBy(() -> part().sealer(key), "%s: sealer() with a key of %d bytes", name(), length)
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> part().opener(key), "%s: opener() with a key of %d bytes", name(), length)
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        byte[] sealed = seal(0, nonce(0), AAD, new byte[10]);
        try (Secret key = key(0)) {
            AeadCipher.Sealer sealer = part().sealer(key);
            AeadCipher.Opener opener = part().opener(key);
            for (int i = 0; i < 2; i++) sealer.close();
            for (int i = 0; i < 2; i++) opener.close();
            byte[] out = new byte[10 + part().tagLength()];
            assertThatThrownBy(
                            () -> sealer.seal(nonce(0), AAD, AAD.length, new byte[10], 0, 10, NOTHING, 0, out, 0),
                            "%s: seal() after close()",
                            name())
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(
                            () -> opener.open(nonce(0), AAD, AAD.length, sealed, 0, sealed.length, out, 0),
                            "%s: open() after close()",
                            name())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        AeadCipher shared = part();
        Parallel.run(thread -> {
            byte[] sealed = new byte[500 + shared.tagLength()];
            byte[] opened = new byte[500];
            try (Secret key = key(thread);
                    AeadCipher.Sealer sealer = shared.sealer(key);
                    AeadCipher.Opener opener = shared.opener(key)) {
                for (int i = 0; i < 200; i++) {
                    byte[] text = Sample.bytes(i, 500);
                    sealer.seal(nonce(i), AAD, AAD.length, text, 0, 500, NOTHING, 0, sealed, 0);
                    opener.open(nonce(i), AAD, AAD.length, sealed, 0, sealed.length, opened, 0);
                    assertThat(opened)
                            .as("%s: record %d of thread %d", name(), i, thread)
                            .isEqualTo(text);
                }
            }
        });
    }
}
