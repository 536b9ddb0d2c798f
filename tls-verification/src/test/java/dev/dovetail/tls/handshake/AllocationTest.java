package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.testkit.Loopback;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P6: an engine that stands allocates nothing of its own for a record, sent and received. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 10_000;
    private static final int ROUNDS = 8;

    static List<Arguments> frugal() {
        return List.of(
                Arguments.of(FrugalAead.TLS_1_3, 100, 1),
                Arguments.of(FrugalAead.TLS_1_3, 1 << 14, 1),
                Arguments.of(FrugalAead.TLS_1_3, 5 << 14, 5),
                Arguments.of(FrugalAead.TLS_1_2, 100, 1),
                Arguments.of(FrugalAead.TLS_1_2, 5 << 14, 5));
    }

    @ParameterizedTest(name = "{0}, {1} bytes in {2} records")
    @MethodSource("frugal")
    void allocatesNothingPerRecord(String suite, int length, int records) {
        ProtocolVersion version = suite.equals(FrugalAead.TLS_1_3) ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2;
        Selection selection = TestBed.only(FrugalAead.selection(suite), version);
        try (Loopback loopback = quiet(selection)) {
            Transfer transfer = new Transfer(loopback, length);
            assertThat(bytesPerCall(transfer) / records).isLessThan(1);
        }
    }

    /** While records are small, and once they are full: 40 small ones are over after some calls. */
    @ParameterizedTest
    @ValueSource(ints = {40, 1 << 30})
    void allocatesNothingPerRecordWhereConnectionsBeginWithSmallOnes(int small) {
        RecordSizing sizing = new RecordSizing(1 << 14, 1369, small, Duration.ofHours(1));
        Selection selection = TestBed.only(FrugalAead.selection(FrugalAead.TLS_1_3), ProtocolVersion.TLS_1_3);
        try (Loopback loopback = Loopback.of(
                        TlsEngine.client(TestBed.PAIR
                                .with(selection)
                                .client()
                                .recordSizing(sizing)
                                .build()),
                        TlsEngine.server(TestBed.PAIR.with(selection).server().build()))
                .handshake()) {
            assertThat(bytesPerCall(new Transfer(loopback, 1 << 14))).isLessThan(1);
        }
    }

    @Test
    void wouldNoticeOneSmallObjectInEachRecord() {
        Object[] kept = new Object[1];
        assertThat(bytesPerCall(() -> kept[0] = new Object())).isGreaterThanOrEqualTo(8);
        assertThat(kept[0]).isNotNull();
    }

    /** What the JDK allocates inside its Cipher is its own; the figure is told beside ours, not hidden. */
    @Test
    void tellsWhatTheJdksCipherAllocates(TestReporter reporter) {
        Selection selection = TestBed.PAIR.selection().suites("TLS_AES_128_GCM_SHA256");
        try (Loopback loopback = quiet(selection)) {
            double bytes = bytesPerCall(new Transfer(loopback, 1 << 14));
            reporter.publishEntry("bytes allocated per full record, sent and received, AES-128-GCM", "" + bytes);
            // A copy of the record anywhere would be 16 KiB more.
            assertThat(bytes).isBetween(0.0, 8_000.0);
        }
    }

    private static Loopback quiet(Selection selection) {
        return Loopback.of(
                        TlsEngine.client(TestBed.PAIR.with(selection).client().build()),
                        TlsEngine.server(TestBed.PAIR.with(selection).server().build()))
                .handshake();
    }

    /** The least of some rounds: one may meet the compiler or the class loader at work, but not all. */
    private static double bytesPerCall(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return (double) least / CALLS;
    }

    /** One send at the client and one receive at the server, in arrays that are there already. */
    private static final class Transfer implements Runnable {

        private final TlsEngine client;
        private final TlsEngine server;
        private final byte[] data;
        private final byte[] wire;
        private final byte[] out;

        Transfer(Loopback loopback, int length) {
            client = loopback.client().engine();
            server = loopback.server().engine();
            data = new byte[length];
            wire = new byte[client.sealedLength(length)];
            out = new byte[length + (1 << 14) + 256];
        }

        @Override
        public void run() {
            int count = client.send(data, 0, data.length, wire, 0, wire.length);
            Progress progress = server.receive(wire, 0, count, out, 0, out.length);
            if (server.produced() != data.length || progress != Progress.NEEDS_INPUT) {
                throw new IllegalStateException(progress + " with " + server.produced() + " bytes");
            }
        }
    }
}
