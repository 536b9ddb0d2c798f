package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.HashAlgorithm.Hash;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HashAlgorithm} must do. Extend it and hand over the hash; a {@link MacContract} for {@code
 * hash.hmac()} belongs beside it.
 */
public abstract class HashAlgorithmContract extends VectorContract<HashAlgorithm> {

    @Test
    void statesItsLength() {
        assertThat(part().length()).as("length() of %s", name()).isPositive();
        assertThat(hash(new byte[0])).as("%s of nothing", name()).hasSize(part().length());
    }

    @Test
    void computesTheSameHoweverTheMessageIsSplit() {
        byte[] message = Sample.bytes(1, 300);
        byte[] whole = hash(message);
        for (int split = 0; split <= message.length; split++) {
            Hash hash = part().start();
            hash.update(message, 0, split);
            hash.update(message, split, 0);
            hash.update(message, split, message.length - split);
            assertThat(hash.finish())
                    .as("%s of a message split at %d", name(), split)
                    .isEqualTo(whole);
        }
    }

    @Test
    void tellsMessagesOfEverySizeApart() {
        Set<String> seen = new HashSet<>();
        for (int size = 0; size <= 300; size++) {
            assertThat(seen.add(Hex.text(hash(new byte[size]))))
                    .as("%s of %d zero bytes is that of fewer zero bytes", name(), size)
                    .isTrue();
        }
        byte[] message = Sample.bytes(1, 16384);
        for (int at : new int[] {0, 1, 8191, 16382, 16383}) {
            assertThat(hash(Sample.flipped(message, at)))
                    .as("%s of a message changed at %d", name(), at)
                    .isNotEqualTo(hash(message));
        }
    }

    @Test
    void beginsAnewAfterFinish() {
        byte[] first = Sample.bytes(1, 100);
        byte[] second = Sample.bytes(2, 50);
        Hash hash = part().start();
        for (byte[] message : new byte[][] {first, second, new byte[0], first}) {
            hash.update(message, 0, message.length);
            assertThat(hash.finish())
                    .as("%s of a message after another", name())
                    .isEqualTo(hash(message));
        }
    }

    @Test
    void forksAStateThatGoesItsOwnWay() {
        byte[] head = Sample.bytes(1, 100);
        byte[] left = Sample.bytes(2, 70);
        byte[] right = Sample.bytes(3, 30);
        Hash hash = part().start();
        hash.update(head, 0, head.length);
        Hash fork = hash.fork();
        Hash unused = hash.fork();
        hash.update(left, 0, left.length);
        fork.update(right, 0, right.length);
        assertThat(fork.finish()).as("%s: the fork", name()).isEqualTo(hash(Sample.joined(head, right)));
        assertThat(hash.finish()).as("%s: what was forked", name()).isEqualTo(hash(Sample.joined(head, left)));
        assertThat(unused.finish()).as("%s: a fork that took no more", name()).isEqualTo(hash(head));
        assertThat(fork.finish()).as("%s: a fork after finish()", name()).isEqualTo(hash(new byte[0]));
    }

    @Test
    void givesItsResultAway() {
        Hash hash = part().start();
        byte[] first = hash.finish();
        byte[] kept = first.clone();
        Arrays.fill(first, (byte) 0);
        assertThat(hash.finish())
                .as("%s: finish() lends an array of its own instead of giving one away", name())
                .isEqualTo(kept);
    }

    @Test
    void onlyReadsItsInput() {
        Guarded message = Guarded.around(Sample.bytes(1, 100));
        Lent lent = new Lent().array("in", message.array());
        Hash hash = part().start();
        hash.update(message.array(), message.offset(), 100);
        byte[] result = hash.finish();
        lent.assertUnchanged(name() + ": update()");
        assertThat(result).as("%s of a range of a larger array", name()).isEqualTo(hash(message.content()));
    }

    /** RFC 2104 2, from the hash itself: catches an HMAC over another hash, and a wrong block length. */
    @Test
    void makesItsHmacOfItself() {
        Mac hmac = part().hmac();
        assertThat(hmac.length()).as("length() of %s's HMAC", name()).isEqualTo(part().length());
        byte[] message = Sample.bytes(1, 100);
        int block = hmac.blockLength();
        for (int length : new int[] {0, 1, part().length(), block, block + 1}) {
            byte[] key = Sample.bytes(2, length);
            assertThat(hmac(hmac, key, message))
                    .as(
                            "%s: HMAC with a key of %d bytes, as RFC 2104 2 defines it with blocks of %d",
                            name(), length, block)
                    .isEqualTo(hmacByDefinition(block, key, message));
        }
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        HashAlgorithm shared = part();
        byte[][] wanted = new byte[Parallel.THREADS][];
        for (int i = 0; i < wanted.length; i++) wanted[i] = hash(Sample.bytes(i, 500));
        Parallel.run(thread -> {
            byte[] message = Sample.bytes(thread, 500);
            for (int i = 0; i < 200; i++) {
                Hash hash = shared.start();
                hash.update(message, 0, message.length);
                assertThat(hash.finish())
                        .as("%s: message %d of thread %d", name(), i, thread)
                        .isEqualTo(wanted[thread]);
            }
        });
    }

    /** The hash of the transcript, and of HKDF (RFC 8446 7.1) or the PRF (RFC 5246 5). */
    @Test
    void carriesConnections() {
        Rehearsal rehearsal = new Rehearsal(name(), new Composition().hash(part()));
        rehearsal.completes(ProtocolVersion.TLS_1_3);
        rehearsal.completes(ProtocolVersion.TLS_1_2);
    }

    @Override
    final String wanted() {
        return String.format("msg and md, with %d bytes of md", part().length());
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.has("msg", "md") && vector.length("md") == part().length();
    }

    @Override
    final void check(Vectors.Case vector) {
        assertThat(Hex.text(hash(vector.bytes("msg")))).as("md").isEqualTo(Hex.text(vector.bytes("md")));
    }

    private byte[] hash(byte[] message) {
        Hash hash = part().start();
        hash.update(message, 0, message.length);
        return hash.finish();
    }

    private byte[] hmacByDefinition(int block, byte[] key, byte[] message) {
        byte[] padded = Arrays.copyOf(key.length > block ? hash(key) : key, block);
        byte[] inner = padded.clone();
        byte[] outer = padded.clone();
        for (int i = 0; i < block; i++) {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5c;
        }
        return hash(Sample.joined(outer, hash(Sample.joined(inner, message))));
    }

    private static byte[] hmac(Mac hmac, byte[] key, byte[] message) {
        byte[] out = new byte[hmac.length()];
        try (Secret secret = Secret.copyOf(key, 0, key.length);
                Mac.Keyed keyed = hmac.keyed(secret)) {
            keyed.update(message, 0, message.length);
            keyed.finish(out, 0);
        }
        return out;
    }
}
