package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.api.spi.StreamCipher.Transform;
import dev.dovetail.tls.testkit.neutral.NeutralMac;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StreamCipher} must do. Extend it and hand over the cipher. One without a key is taken for NULL, which
 * hides nothing.
 */
public abstract class StreamCipherContract extends CipherContract<StreamCipher> {

    @Test
    void statesTheLengthOfItsKey() {
        assertThat(part().keyLength()).as("keyLength() of %s", name()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void decryptsWhatItEncryptedAtEverySize() {
        for (int size : Sample.SIZES) {
            byte[] text = Sample.bytes(size, size);
            assertThat(decrypt(encrypt(0, text)))
                    .as("%s: %d bytes encrypted, decrypted", name(), size)
                    .isEqualTo(text);
        }
    }

    @Test
    void runsOnFromCallToCall() {
        byte[] text = Sample.bytes(1, 300);
        byte[] whole = encrypt(0, text);
        for (int split = 0; split <= text.length; split++) {
            byte[] encrypted = new byte[text.length];
            byte[] decrypted = new byte[text.length];
            try (Secret key = key(0);
                    Transform encryptor = part().encryptor(key);
                    Transform decryptor = part().decryptor(key)) {
                twice(encryptor, text, split, encrypted);
                twice(decryptor, whole, split, decrypted);
            }
            assertThat(encrypted)
                    .as("%s: encrypted in two calls, split at %d", name(), split)
                    .isEqualTo(whole);
            assertThat(decrypted)
                    .as("%s: decrypted in two calls, split at %d", name(), split)
                    .isEqualTo(text);
        }
    }

    @Test
    void hidesTheTextUnlessItHasNoKey() {
        byte[] text = Sample.bytes(1, 64);
        if (part().keyLength() == 0) {
            assertThat(encrypt(0, text))
                    .as("%s has no key and so is NULL", name())
                    .isEqualTo(text);
            return;
        }
        assertThat(encrypt(0, text)).as("%s: ciphertext and plaintext", name()).isNotEqualTo(text);
        assertThat(encrypt(1, text)).as("%s: another key", name()).isNotEqualTo(encrypt(0, text));
        byte[] twice = encrypt(0, new byte[64]);
        assertThat(Arrays.copyOf(twice, 32))
                .as("%s: the key stream repeats itself", name())
                .isNotEqualTo(Arrays.copyOfRange(twice, 32, 64));
    }

    @Test
    void worksOnRangesOfLargerArrays() {
        for (int size : new int[] {0, 1, 100, 16384}) {
            Guarded text = Guarded.around(Sample.bytes(1, size));
            Guarded encrypted = Guarded.range(size);
            try (Secret key = key(0);
                    Transform encryptor = part().encryptor(key)) {
                encryptor.transform(text.array(), text.offset(), size, encrypted.array(), encrypted.offset());
            }
            encrypted.assertSurroundingsUntouched(name() + ": transform()");
            assertThat(encrypted.content())
                    .as("%s: %d bytes at an offset", name(), size)
                    .isEqualTo(encrypt(0, text.content()));
        }
    }

    @Test
    void worksInPlace() {
        byte[] text = Sample.bytes(1, 1000);
        byte[] array = text.clone();
        try (Secret key = key(0);
                Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            encryptor.transform(array, 0, array.length, array, 0);
            assertThat(array).as("%s: encrypted in place", name()).isEqualTo(encrypt(0, text));
            decryptor.transform(array, 0, array.length, array, 0);
        }
        assertThat(array).as("%s: decrypted in place", name()).isEqualTo(text);
    }

    @Test
    void onlyReadsItsInput() {
        byte[] text = Sample.bytes(1, 100);
        Lent lent = new Lent().array("in", text);
        encrypt(0, text);
        decrypt(text);
        lent.assertUnchanged(name() + ": transform()");
    }

    @Test
    void leavesTheKeyToItsOwner() {
        byte[] text = Sample.bytes(1, 50);
        byte[] out = new byte[50];
        Secret key = key(0);
        try (Transform encryptor = part().encryptor(key)) {
            Lent.assertLeftToTheCaller(key, Sample.bytes(1000, part().keyLength()), name() + ": encryptor()");
            key.close();
            assertThatCode(() -> encryptor.transform(text, 0, 50, out, 0))
                    .as("%s keeps the caller's key instead of a copy", name())
                    .doesNotThrowAnyException();
        }
        assertThat(out).as("%s after the caller closed its key", name()).isEqualTo(encrypt(0, text));
        try (Secret open = key(0)) {
            part().encryptor(open).close();
            part().decryptor(open).close();
            Lent.assertLeftToTheCaller(open, Sample.bytes(1000, part().keyLength()), name() + ": close()");
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        try (Secret key = key(0)) {
            for (Transform transform : new Transform[] {part().encryptor(key), part().decryptor(key)}) {
                transform.close();
                transform.close();
                assertThatThrownBy(
                                () -> transform.transform(new byte[5], 0, 5, new byte[5], 0),
                                "%s: transform() after close()",
                                name())
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        StreamCipher shared = part();
        Parallel.run(thread -> {
            byte[] array = new byte[500];
            try (Secret key = key(thread);
                    Transform encryptor = shared.encryptor(key);
                    Transform decryptor = shared.decryptor(key)) {
                for (int i = 0; i < 200; i++) {
                    byte[] text = Sample.bytes(i, array.length);
                    encryptor.transform(text, 0, text.length, array, 0);
                    decryptor.transform(array, 0, array.length, array, 0);
                    assertThat(array)
                            .as("%s: record %d of thread %d", name(), i, thread)
                            .isEqualTo(text);
                }
            }
        });
    }

    @Override
    final void connect(Rehearsal rehearsal) {
        rehearsal.completes(ProtocolVersion.TLS_1_2, RecordLengths.stream(new NeutralMac()));
    }

    @Override
    final void makeRecords(Rehearsal rehearsal) {
        rehearsal.sealsRecords12(false, "TLS 1.2", RecordLengths.stream(new NeutralMac()));
    }

    @Override
    final List<AutoCloseable> used(Secret key) {
        List<AutoCloseable> used = List.of(part().encryptor(key), part().decryptor(key));
        for (AutoCloseable one : used) ((Transform) one).transform(new byte[20], 0, 20, new byte[20], 0);
        return used;
    }

    @Override
    final String wanted() {
        return String.format("key, msg and ct, with %d bytes of key", part().keyLength());
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.has("key", "msg", "ct") && vector.length("key") == part().keyLength();
    }

    @Override
    final void check(Vectors.Case vector) {
        byte[] text = vector.bytes("msg");
        byte[] out = new byte[text.length];
        try (Secret key = Secret.of(vector.bytes("key"));
                Transform encryptor = part().encryptor(key);
                Transform decryptor = part().decryptor(key)) {
            encryptor.transform(text, 0, text.length, out, 0);
            assertThat(Hex.text(out)).as("ciphertext").isEqualTo(Hex.text(vector.bytes("ct")));
            decryptor.transform(out, 0, out.length, out, 0);
            assertThat(Hex.text(out)).as("plaintext").isEqualTo(Hex.text(text));
        }
    }

    private byte[] encrypt(int whichKey, byte[] text) {
        byte[] out = new byte[text.length];
        try (Secret key = key(whichKey);
                Transform encryptor = part().encryptor(key)) {
            encryptor.transform(text, 0, text.length, out, 0);
        }
        return out;
    }

    private byte[] decrypt(byte[] encrypted) {
        byte[] out = new byte[encrypted.length];
        try (Secret key = key(0);
                Transform decryptor = part().decryptor(key)) {
            decryptor.transform(encrypted, 0, encrypted.length, out, 0);
        }
        return out;
    }

    private static void twice(Transform transform, byte[] in, int split, byte[] out) {
        transform.transform(in, 0, split, out, 0);
        transform.transform(in, split, in.length - split, out, split);
    }
}
