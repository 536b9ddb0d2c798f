package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own code allocates nothing for a record: what remains is what a plug-in's cipher does. */
class AllocationTest {

    private static final int RECORDS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> protections() {
        UsableSuite tls13 = Suites.tls13(new FrugalParts.Aead(Tls12Nonce.XOR_SEQUENCE));
        UsableSuite explicit = Suites.tls12(new FrugalParts.Aead(Tls12Nonce.EXPLICIT));
        UsableSuite xor = Suites.tls12(new FrugalParts.Aead(Tls12Nonce.XOR_SEQUENCE));
        UsableSuite cbc = Suites.tls12(new FrugalParts.Cbc(), new FrugalParts.Sum());
        UsableSuite stream = Suites.tls12(JdkStream.none(), new FrugalParts.Sum());
        return Stream.of(
                Arguments.of("no keys", Protections.plaintextWrite(), Protections.plaintextRead()),
                tls13(tls13, PaddingPolicy.none()),
                tls13(tls13, PaddingPolicy.toMultipleOf(256)),
                tls12("explicit nonce", explicit, false),
                tls12("XOR nonce", xor, false),
                tls12("CBC", cbc, false),
                tls12("encrypt-then-MAC", cbc, true),
                tls12("stream", stream, false));
    }

    private static Arguments tls13(UsableSuite suite, PaddingPolicy padding) {
        try (TrafficKeys keys = Suites.keys(KeyLengths.tls13(suite))) {
            return Arguments.of(
                    "TLS 1.3, " + padding,
                    Protections.tls13Write(suite, keys, padding),
                    Protections.tls13Read(suite, keys));
        }
    }

    private static Arguments tls12(String name, UsableSuite suite, boolean encryptThenMac) {
        try (TrafficKeys keys = Suites.keys(KeyLengths.tls12(suite))) {
            return Arguments.of(
                    "TLS 1.2, " + name,
                    Protections.tls12Write(suite, keys, encryptThenMac, new SilentRandom()),
                    Protections.tls12Read(suite, keys, encryptThenMac));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protections")
    void allocatesNothingForARecord(String name, WriteProtection write, ReadProtection read) {
        RecordWriter writer = new RecordWriter();
        RecordReader reader = new RecordReader();
        writer.install(write);
        reader.install(read);
        byte[] content = Suites.pattern(300, 1);
        byte[] wire = new byte[1000];
        byte[] opened = new byte[1000];
        assertThat(bytesPerRecord(() -> sealAndOpen(writer, reader, content, wire, opened)))
                .isLessThan(1);
    }

    @Test
    void wouldNoticeOneSmallObjectInEachRecord() {
        Object[] kept = new Object[1];
        assertThat(bytesPerRecord(() -> kept[0] = new Object())).isGreaterThanOrEqualTo(8);
        assertThat(kept[0]).isNotNull();
    }

    private static void sealAndOpen(
            RecordWriter writer, RecordReader reader, byte[] content, byte[] wire, byte[] opened) {
        int written = writer.seal(ContentType.APPLICATION_DATA, content, 0, content.length, wire, 0, wire.length);
        int length = reader.recordLength(wire, 0, written);
        if (reader.open(wire, 0, length, opened, 0) != content.length) throw new IllegalStateException();
    }

    /** The least of a few rounds: a round may meet the compiler or the class loader at work, but not each of them. */
    private static double bytesPerRecord(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < RECORDS; i++) step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / RECORDS;
    }

    /** A generator's own allocations are not ours. */
    private static final class SilentRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] out) {
            for (int i = 0; i < out.length; i++) out[i] = (byte) i;
        }
    }
}
