package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.CbcCipher.Transform;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.neutral.NeutralMac;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link CbcCipher} must do. Extend it and hand over the cipher. */
public abstract class CbcCipherContract extends CipherContract<CbcCipher> {

    private static final int[] BLOCKS = {0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 63, 64, 65, 1023, 1024, 1025, 1045};

    @Test
    void statesItsLengths() {
        assertThat(part().keyLength()).as("keyLength() of %s", name()).isPositive();
        assertThat(part().blockLength()).as("blockLength() of %s", name()).isIn(8, 16);
    }

    @Test
    void decryptsWhatItEncryptedAtEverySize() {
        for (int blocks : BLOCKS) {
            byte[] text = Sample.bytes(blocks, blocks * block());
            byte[] encrypted = encrypt(0, iv(0), text);
            assertThat(decrypt(0, iv(0), encrypted))
                    .as("%s: %d blocks encrypted, decrypted", name(), blocks)
                    .isEqualTo(text);
        }
    }

    @Test
    void chainsItsBlocks() {
        byte[] text = Sample.bytes(1, 2 * block());
        byte[] encrypted = encrypt(0, iv(0), text);
        byte[] first = Arrays.copyOf(encrypted, block());
        assertThat(encrypt(0, iv(0), Arrays.copyOf(text, block())))
                .as("%s: the first of two blocks does not depend on the second", name())
                .isEqualTo(first);
        assertThat(encrypt(0, first, Arrays.copyOfRange(text, block(), 2 * block())))
                .as("%s: a block's ciphertext is the next block's IV", name())
                .isEqualTo(Arrays.copyOfRange(encrypted, block(), 2 * block()));
    }

    @Test
    void mixesTheIvIntoTheFirstBlock() {
        byte[] text = Sample.bytes(1, 2 * block());
        byte[] mixed = text.clone();
        for (int i = 0; i < block(); i++) mixed[i] ^= (byte) (iv(0)[i] ^ iv(1)[i]);
        assertThat(encrypt(0, iv(1), mixed))
                .as("%s: CBC adds the IV to the first block, bit by bit", name())
                .isEqualTo(encrypt(0, iv(0), text));
    }

    @Test
    void takesEachCallOnItsOwn() {
        byte[] text = Sample.bytes(1, 3 * block());
        byte[] once = encrypt(0, iv(0), text);
        byte[] again = new byte[text.length];
        byte[] back = new byte[text.length];
        try (Secret key = key(0);
                Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            for (int i = 0; i < 3; i++) {
                encryptor.transform(iv(0), 0, text, 0, text.length, again, 0);
                assertThat(again)
                        .as("%s: call %d with the same IV and text", name(), i)
                        .isEqualTo(once);
                decryptor.transform(iv(0), 0, again, 0, again.length, back, 0);
                assertThat(back)
                        .as("%s: call %d with the same IV and ciphertext", name(), i)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void worksOnRangesOfLargerArrays() {
        for (int blocks : new int[] {0, 1, 2, 64, 1024}) {
            Guarded text = Guarded.around(Sample.bytes(1, blocks * block()));
            Guarded encrypted = Guarded.range(blocks * block());
            Guarded decrypted = Guarded.range(blocks * block());
            Guarded iv = Guarded.around(iv(0));
            try (Secret key = key(0);
                    Transform encryptor = part().encryptor(key);
                    Transform decryptor = part().decryptor(key)) {
                transform(encryptor, iv, text, encrypted);
                transform(decryptor, iv, encrypted, decrypted);
            }
            encrypted.assertSurroundingsUntouched(name() + ": encrypting");
            decrypted.assertSurroundingsUntouched(name() + ": decrypting");
            assertThat(encrypted.content())
                    .as("%s: %d blocks at an offset", name(), blocks)
                    .isEqualTo(encrypt(0, iv(0), text.content()));
            assertThat(decrypted.content())
                    .as("%s: %d blocks at an offset", name(), blocks)
                    .isEqualTo(text.content());
        }
    }

    @Test
    void worksInPlaceWithTheIvInFront() {
        for (int blocks : new int[] {1, 2, 3, 64, 1024}) {
            int length = blocks * block();
            byte[] text = Sample.bytes(1, length);
            byte[] record = Sample.joined(iv(0), text);
            try (Secret key = key(0);
                    Transform encryptor = part().encryptor(key);
                    Transform decryptor = part().decryptor(key)) {
                encryptor.transform(record, 0, record, block(), length, record, block());
                assertThat(record)
                        .as("%s: %d blocks encrypted in place, the IV in front of them", name(), blocks)
                        .isEqualTo(Sample.joined(iv(0), encrypt(0, iv(0), text)));
                decryptor.transform(record, 0, record, block(), length, record, block());
            }
            assertThat(record)
                    .as("%s: %d blocks decrypted in place, the IV in front of them", name(), blocks)
                    .isEqualTo(Sample.joined(iv(0), text));
        }
    }

    @Test
    void onlyReadsItsInputs() {
        byte[] iv = iv(0);
        byte[] text = Sample.bytes(1, 4 * block());
        byte[] out = new byte[text.length];
        Lent lent = new Lent().array("iv", iv).array("in", text);
        try (Secret key = key(0);
                Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            encryptor.transform(iv, 0, text, 0, text.length, out, 0);
            decryptor.transform(iv, 0, text, 0, text.length, out, 0);
        }
        lent.assertUnchanged(name() + ": transform()");
    }

    @Test
    void makesAnotherCiphertextForAnotherKey() {
        byte[] text = Sample.bytes(1, 2 * block());
        assertThat(encrypt(1, iv(0), text)).as("%s: another key", name()).isNotEqualTo(encrypt(0, iv(0), text));
        assertThat(encrypt(0, iv(0), text))
                .as("%s: ciphertext and plaintext", name())
                .isNotEqualTo(text);
    }

    @Test
    void leavesTheKeyToItsOwner() {
        byte[] text = Sample.bytes(1, 2 * block());
        byte[] wanted = encrypt(0, iv(0), text);
        byte[] out = new byte[text.length];
        Secret key = key(0);
        try (Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            Lent.assertLeftToTheCaller(
                    key, Sample.bytes(1000, part().keyLength()), name() + ": encryptor() or decryptor()");
            key.close();
            assertThatCode(() -> {
                        encryptor.transform(iv(0), 0, text, 0, text.length, out, 0);
                        assertThat(out)
                                .as("%s after the caller closed its key", name())
                                .isEqualTo(wanted);
                        decryptor.transform(iv(0), 0, wanted, 0, wanted.length, out, 0);
                        assertThat(out)
                                .as("%s after the caller closed its key", name())
                                .isEqualTo(text);
                    })
                    .as("%s keeps the caller's key instead of a copy", name())
                    .doesNotThrowAnyException();
        }
        try (Secret open = key(0)) {
            part().encryptor(open).close();
            part().decryptor(open).close();
            Lent.assertLeftToTheCaller(open, Sample.bytes(1000, part().keyLength()), name() + ": close()");
        }
    }

    @Test
    void refusesKeysOfAnotherLength() {
        for (int length : new int[] {0, part().keyLength() - 1, part().keyLength() + 1}) {
            try (Secret key = Sample.secret(0, length)) {
                assertThatThrownBy(
                                () -> part().encryptor(key), "%s: encryptor() with a key of %d bytes", name(), length)
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(
                                () -> part().decryptor(key), "%s: decryptor() with a key of %d bytes", name(), length)
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        try (Secret key = key(0)) {
            for (Transform transform : new Transform[] {part().encryptor(key), part().decryptor(key)}) {
                transform.close();
                transform.close();
                assertThatThrownBy(
                                () -> transform.transform(
                                        iv(0), 0, new byte[block()], 0, block(), new byte[block()], 0),
                                "%s: transform() after close()",
                                name())
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        CbcCipher shared = part();
        Parallel.run(thread -> {
            byte[] encrypted = new byte[32 * block()];
            byte[] decrypted = new byte[32 * block()];
            try (Secret key = key(thread);
                    Transform encryptor = shared.encryptor(key);
                    Transform decryptor = shared.decryptor(key)) {
                for (int i = 0; i < 200; i++) {
                    byte[] text = Sample.bytes(i, encrypted.length);
                    encryptor.transform(iv(i), 0, text, 0, text.length, encrypted, 0);
                    decryptor.transform(iv(i), 0, encrypted, 0, text.length, decrypted, 0);
                    assertThat(decrypted)
                            .as("%s: record %d of thread %d", name(), i, thread)
                            .isEqualTo(text);
                }
            }
        });
    }

    @Override
    final void connect(Rehearsal rehearsal) {
        rehearsal.completes(ProtocolVersion.TLS_1_2, RecordLengths.encryptThenMac(part(), new NeutralMac()));
    }

    @Override
    final void makeRecords(Rehearsal rehearsal) {
        Mac mac = new NeutralMac();
        rehearsal.sealsRecords12(false, "TLS 1.2, MAC then encrypt", RecordLengths.macThenEncrypt(part(), mac));
        rehearsal.sealsRecords12(true, "TLS 1.2, encrypt then MAC", RecordLengths.encryptThenMac(part(), mac));
    }

    @Override
    final List<AutoCloseable> used(Secret key) {
        List<AutoCloseable> used = List.of(part().encryptor(key), part().decryptor(key));
        for (AutoCloseable one : used) {
            ((Transform) one).transform(iv(0), 0, new byte[block()], 0, block(), new byte[block()], 0);
        }
        return used;
    }

    @Override
    final String wanted() {
        return String.format("key, iv, msg and ct, with %d bytes of key and %d of iv", part().keyLength(), block());
    }

    /** An invalid vector of this kind is wrong in its padding only, which is not the cipher's. */
    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.mustWork()
                && vector.has("key", "iv", "msg", "ct")
                && vector.length("key") == part().keyLength()
                && vector.length("iv") == block();
    }

    @Override
    final void check(Vectors.Case vector) {
        byte[] text = vector.bytes("msg");
        byte[] wanted = vector.bytes("ct");
        // Some files pad as PKCS #5 does, others not at all: the lengths tell.
        byte[] padded = Arrays.copyOf(text, wanted.length);
        Arrays.fill(padded, text.length, padded.length, (byte) (padded.length - text.length));
        byte[] out = new byte[wanted.length];
        try (Secret key = Secret.of(vector.bytes("key"));
                Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            encryptor.transform(vector.bytes("iv"), 0, padded, 0, padded.length, out, 0);
            assertThat(Hex.text(out)).as("ciphertext").isEqualTo(Hex.text(wanted));
            decryptor.transform(vector.bytes("iv"), 0, wanted, 0, wanted.length, out, 0);
            assertThat(Hex.text(out)).as("plaintext").isEqualTo(Hex.text(padded));
        }
    }

    private int block() {
        return part().blockLength();
    }

    private byte[] iv(int which) {
        return Sample.bytes(2000 + which, block());
    }

    private byte[] encrypt(int whichKey, byte[] iv, byte[] text) {
        byte[] out = new byte[text.length];
        try (Secret key = key(whichKey);
                Transform encryptor = part().encryptor(key)) {
            encryptor.transform(iv, 0, text, 0, text.length, out, 0);
        }
        return out;
    }

    private byte[] decrypt(int whichKey, byte[] iv, byte[] encrypted) {
        byte[] out = new byte[encrypted.length];
        try (Secret key = key(whichKey);
                Transform decryptor = part().decryptor(key)) {
            decryptor.transform(iv, 0, encrypted, 0, encrypted.length, out, 0);
        }
        return out;
    }

    private static void transform(Transform transform, Guarded iv, Guarded in, Guarded out) {
        int length = in.content().length;
        transform.transform(iv.array(), iv.offset(), in.array(), in.offset(), length, out.array(), out.offset());
    }
}
