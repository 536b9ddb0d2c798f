package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.Mac.Keyed;
import dev.dovetail.tls.testkit.neutral.NeutralCbc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link Mac} must do. Extend it and hand over the MAC; for a hash's HMAC hand over {@code hash.hmac()}. */
public abstract class MacContract extends VectorContract<Mac> {

    @Test
    void statesItsLengths() {
        assertThat(part().length()).as("length() of %s", name()).isPositive();
        assertThat(part().keyLength()).as("keyLength() of %s", name()).isPositive();
        assertThat(part().blockLength()).as("blockLength() of %s", name()).isPositive();
        assertThat(part().minimumPadding()).as("minimumPadding() of %s", name()).isBetween(1, part().blockLength());
    }

    @Test
    void computesTheSameHoweverTheMessageIsSplit() {
        byte[] message = Sample.bytes(1, 3 * part().blockLength() + 5);
        byte[] whole = mac(0, message);
        for (int split = 0; split <= message.length; split++) {
            byte[] out = new byte[part().length()];
            try (Secret key = key(0);
                    Keyed keyed = part().keyed(key)) {
                keyed.update(message, 0, split);
                keyed.update(message, split, 0);
                keyed.update(message, split, message.length - split);
                keyed.finish(out, 0);
            }
            assertThat(out).as("%s of a message split at %d", name(), split).isEqualTo(whole);
        }
    }

    @Test
    void tellsMessagesOfEverySizeApart() {
        Set<String> seen = new HashSet<>();
        for (int size = 0; size <= 2 * part().blockLength() + 1; size++) {
            assertThat(seen.add(Hex.text(mac(0, new byte[size]))))
                    .as("%s of %d zero bytes is that of fewer zero bytes", name(), size)
                    .isTrue();
        }
        byte[] message = Sample.bytes(1, 16384);
        for (int at : new int[] {0, 1, 8191, 16382, 16383}) {
            assertThat(mac(0, Sample.flipped(message, at)))
                    .as("%s of a message changed at %d", name(), at)
                    .isNotEqualTo(mac(0, message));
        }
    }

    @Test
    void beginsAnewAfterFinish() {
        byte[] first = Sample.bytes(1, 100);
        byte[] second = Sample.bytes(2, 50);
        byte[] out = new byte[part().length()];
        try (Secret key = key(0);
                Keyed keyed = part().keyed(key)) {
            for (byte[] message : new byte[][] {first, second, new byte[0], first}) {
                keyed.update(message, 0, message.length);
                keyed.finish(out, 0);
                assertThat(out).as("%s of a message after another", name()).isEqualTo(mac(0, message));
            }
        }
    }

    @Test
    void lendsForOneComputationWhatItWouldHandOut() {
        byte[] message = Sample.bytes(1, 100);
        List<Keyed> kept = new ArrayList<>();
        try (Secret outerKey = key(0);
                Secret innerKey = key(1)) {
            byte[] outer = part().with(outerKey, keyed -> {
                kept.add(keyed);
                keyed.update(message, 0, 50);
                // A derivation inside of another one must not disturb it.
                byte[] inner = part().with(innerKey, other -> finished(other, message));
                assertThat(inner).as("%s lent while another one is", name()).isEqualTo(mac(1, message));
                keyed.update(message, 50, 50);
                return finished(keyed, new byte[0]);
            });
            assertThat(outer).as("%s lent", name()).isEqualTo(mac(0, message));
        }
        assertThatThrownBy(() -> finished(kept.get(0), message))
                .as("%s that was lent works on afterwards: its next borrower's key would be used", name())
                .isInstanceOf(IllegalStateException.class);
    }

    private byte[] finished(Keyed keyed, byte[] message) {
        byte[] out = new byte[part().length()];
        keyed.update(message, 0, message.length);
        keyed.finish(out, 0);
        return out;
    }

    @Test
    void writesItsResultAndNothingElse() {
        Guarded message = Guarded.around(Sample.bytes(1, 77));
        Guarded out = Guarded.range(part().length());
        Lent lent = new Lent().array("in", message.array());
        try (Secret key = key(0);
                Keyed keyed = part().keyed(key)) {
            keyed.update(message.array(), message.offset(), 77);
            keyed.finish(out.array(), out.offset());
        }
        lent.assertUnchanged(name() + ": update()");
        out.assertSurroundingsUntouched(name() + ": finish()");
        assertThat(out.content()).as("%s of a range of a larger array", name()).isEqualTo(mac(0, message.content()));
    }

    @Test
    void tellsKeysApart() {
        byte[] message = Sample.bytes(1, 100);
        assertThat(mac(1, message)).as("%s with another key", name()).isNotEqualTo(mac(0, message));
    }

    @Test
    void takesKeysOfAnyLength() {
        byte[] message = Sample.bytes(1, 100);
        int block = part().blockLength();
        Set<String> seen = new HashSet<>();
        List<Integer> lengths =
                List.of(0, 1, part().length() - 1, part().length() + 1, block - 1, block, block + 1, 300);
        for (int length : new TreeSet<>(lengths)) {
            byte[] out = new byte[part().length()];
            try (Secret key = Sample.secret(7 + length, length)) {
                assertThatCode(() -> {
                            try (Keyed keyed = part().keyed(key)) {
                                keyed.update(message, 0, message.length);
                                keyed.finish(out, 0);
                            }
                        })
                        .as(
                                "%s with a key of %d bytes: a MAC takes keys of any length, HKDF's empty salt too",
                                name(), length)
                        .doesNotThrowAnyException();
            }
            assertThat(seen.add(Hex.text(out)))
                    .as("%s with a key of %d bytes gives what another key gave", name(), length)
                    .isTrue();
        }
    }

    @Test
    void leavesTheKeyToItsOwner() {
        byte[] message = Sample.bytes(1, 100);
        byte[] out = new byte[part().length()];
        Secret key = key(0);
        try (Keyed keyed = part().keyed(key)) {
            Lent.assertLeftToTheCaller(key, Sample.bytes(1000, part().keyLength()), name() + ": keyed()");
            key.close();
            assertThatCode(() -> {
                        for (int i = 0; i < 2; i++) {
                            keyed.update(message, 0, message.length);
                            keyed.finish(out, 0);
                        }
                    })
                    .as("%s keeps the caller's key instead of a copy", name())
                    .doesNotThrowAnyException();
        }
        assertThat(out).as("%s after the caller closed its key", name()).isEqualTo(mac(0, message));
        try (Secret open = key(0)) {
            part().keyed(open).close();
            Lent.assertLeftToTheCaller(open, Sample.bytes(1000, part().keyLength()), name() + ": close()");
        }
    }

    @Test
    void refusesToWorkOnceClosed() {
        try (Secret key = key(0)) {
            Keyed keyed = part().keyed(key);
            keyed.close();
            keyed.close();
            assertThatThrownBy(() -> keyed.update(new byte[5], 0, 5), "%s: update() after close()", name())
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> keyed.finish(new byte[part().length()], 0), "%s: finish() after close()", name())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        Mac shared = part();
        byte[][] wanted = new byte[Parallel.THREADS][];
        for (int i = 0; i < wanted.length; i++) wanted[i] = mac(i, Sample.bytes(i, 500));
        Parallel.run(thread -> {
            byte[] message = Sample.bytes(thread, 500);
            byte[] out = new byte[shared.length()];
            try (Secret key = key(thread);
                    Keyed keyed = shared.keyed(key)) {
                for (int i = 0; i < 200; i++) {
                    keyed.update(message, 0, message.length);
                    keyed.finish(out, 0);
                    assertThat(out)
                            .as("%s: message %d of thread %d", name(), i, thread)
                            .isEqualTo(wanted[thread]);
                }
            }
        });
    }

    /** MAC-then-encrypt, whose timing the record layer evens out, needs to know how the hash inside works. */
    @Test
    void carriesConnections() {
        RecordLengths lengths = RecordLengths.encryptThenMac(new NeutralCbc(), part());
        rehearsal().completes(ProtocolVersion.TLS_1_2, lengths);
    }

    @Test
    void makesRecordsAsLongAsItsFactsSay() {
        CbcCipher cipher = new NeutralCbc();
        rehearsal().sealsRecords12(false, "TLS 1.2, MAC then encrypt", RecordLengths.macThenEncrypt(cipher, part()));
        rehearsal().sealsRecords12(true, "TLS 1.2, encrypt then MAC", RecordLengths.encryptThenMac(cipher, part()));
    }

    @Test
    void leavesNothingOfItsKeyBehind() {
        byte[] bytes = Sample.bytes(1000, part().keyLength());
        try (Secret key = key(0)) {
            Keyed keyed = part().keyed(key);
            keyed.update(bytes, 0, 1);
            keyed.finish(new byte[part().length()], 0);
            keyed.close();
            Remains.assertNothingLeftOf(bytes, keyed, name());
        }
    }

    @Override
    final String wanted() {
        return String.format("key, msg and tag, with %d bytes of tag", part().length());
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.has("key", "msg", "tag") && vector.length("tag") == part().length();
    }

    @Override
    final void check(Vectors.Case vector) {
        byte[] out = new byte[part().length()];
        byte[] message = vector.bytes("msg");
        try (Secret key = Secret.of(vector.bytes("key"));
                Keyed keyed = part().keyed(key)) {
            keyed.update(message, 0, message.length);
            keyed.finish(out, 0);
        }
        String tag = Hex.text(vector.bytes("tag"));
        if (vector.mustWork()) assertThat(Hex.text(out)).as("tag").isEqualTo(tag);
        if (vector.mustFail()) assertThat(Hex.text(out)).as("tag").isNotEqualTo(tag);
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(name(), new Composition().cipher(new NeutralCbc()).mac(part()));
    }

    private Secret key(int which) {
        return Sample.secret(1000 + which, part().keyLength());
    }

    private byte[] mac(int whichKey, byte[] message) {
        byte[] out = new byte[part().length()];
        try (Secret key = key(whichKey);
                Keyed keyed = part().keyed(key)) {
            keyed.update(message, 0, message.length);
            keyed.finish(out, 0);
        }
        return out;
    }
}
