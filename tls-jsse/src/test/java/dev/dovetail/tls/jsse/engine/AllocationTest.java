package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.DovetailProvider;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P6 behind the JDK's interface: of a record that is wrapped and unwrapped only the results are left. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CALLS = 5_000;
    private static final int ROUNDS = 8;

    /** How the caller's buffers lie. */
    enum Shape {
        HEAP,
        DIRECT,
        HEAP_TO_DIRECT,
        DIRECT_TO_HEAP,
        PIECES,
        DIRECT_PIECES,
        /** Slices of one large array. */
        ONE_ARRAY,
        /** A destination that has room for the content alone. */
        TIGHT,
        DIRECT_TIGHT,
        /** A record that comes in two parts. */
        PARTED,
        DIRECT_PARTED;

        boolean pieces() {
            return this == PIECES || this == DIRECT_PIECES;
        }

        boolean tight() {
            return this == TIGHT || this == DIRECT_TIGHT;
        }

        boolean parted() {
            return this == PARTED || this == DIRECT_PARTED;
        }

        private boolean direct() {
            return name().startsWith("DIRECT");
        }

        private ByteBuffer plain(Block block, int length) {
            return block.buffer(this, this == DIRECT_TO_HEAP || direct(), length);
        }

        private ByteBuffer sealed(Block block, int length) {
            return block.buffer(this, this == HEAP_TO_DIRECT || this != DIRECT_TO_HEAP && direct(), length);
        }
    }

    /** Memory as pooled allocators have it. */
    private static final class Block {

        private final ByteBuffer large = ByteBuffer.allocate(1 << 20);
        private int used;

        ByteBuffer buffer(Shape shape, boolean direct, int length) {
            if (direct) return ByteBuffer.allocateDirect(length);
            if (shape != Shape.ONE_ARRAY) return ByteBuffer.allocate(length);
            used += length;
            return large.slice(used - length, length);
        }
    }

    static List<Arguments> shapes() {
        return List.of(FrugalAead.TLS_1_3, FrugalAead.TLS_1_2).stream()
                .flatMap(suite -> List.of(Shape.values()).stream()
                        .flatMap(shape ->
                                List.of(64, 1 << 14).stream().map(length -> Arguments.of(suite, shape, length))))
                .toList();
    }

    @ParameterizedTest(name = "{0}, {1}, {2} bytes")
    @MethodSource("shapes")
    void onlyTheResultsAreAllocated(String suite, Shape shape, int length) throws GeneralSecurityException {
        Transfer transfer = new Transfer(FrugalAead.catalog(), suite, shape, length);
        double results = bytesPerCall(new Results(shape.parted() ? 3 : 2));
        assertThat(bytesPerCall(transfer) - results).isLessThan(1);
    }

    /** What the JDK's cipher does with an array that is both its input and its output. */
    @ParameterizedTest
    @ValueSource(strings = {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"})
    void oneLargeArrayIsNotCopied(String suite) throws GeneralSecurityException {
        Catalog catalog = Catalog.discover();
        double apart = bytesPerCall(new Transfer(catalog, suite, Shape.HEAP, 1 << 14));
        double together = bytesPerCall(new Transfer(catalog, suite, Shape.ONE_ARRAY, 1 << 14));
        assertThat(together - apart).isLessThan(64);
    }

    @Test
    void wouldNoticeOneSmallObjectInEachCall() {
        Object[] kept = new Object[1];
        assertThat(bytesPerCall(() -> kept[0] = new Object())).isGreaterThanOrEqualTo(8);
        assertThat(kept[0]).isNotNull();
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

    /** What can't be avoided, kept so that no compiler leaves it out. */
    private static final class Results implements Runnable {

        private final SSLEngineResult[] kept;

        Results(int count) {
            kept = new SSLEngineResult[count];
        }

        @Override
        public void run() {
            for (int i = 0; i < kept.length; i++) {
                kept[i] = new SSLEngineResult(Status.OK, HandshakeStatus.NOT_HANDSHAKING, i, i);
            }
        }
    }

    /** One record from the client to the server, in buffers that are there already. */
    private static final class Transfer implements Runnable {

        private final SSLEngine client;
        private final SSLEngine server;
        private final Shape shape;
        private final ByteBuffer[] sources;
        private final ByteBuffer[] destinations;
        private final ByteBuffer wire;
        private final SSLEngineResult[] kept = new SSLEngineResult[3];
        private final int length;

        Transfer(Catalog catalog, String suite, Shape shape, int length) throws GeneralSecurityException {
            this.length = length;
            this.shape = shape;
            client = engine(catalog, suite, null, true);
            server = engine(catalog, suite, Contexts.serverKeys(), false);
            Conversation.between(client, server, Plan.plain())
                    .handshake()
                    .carries(Role.CLIENT, Data.of(1))
                    .carries(Role.SERVER, Data.of(1));
            Block block = new Block();
            int half = length / 2;
            int room = shape.tight() ? length : Plan.AMPLE;
            sources = shape.pieces()
                    ? new ByteBuffer[] {shape.plain(block, half), shape.plain(block, length - half)}
                    : new ByteBuffer[] {shape.plain(block, length)};
            destinations = shape.pieces()
                    ? new ByteBuffer[] {shape.plain(block, half), shape.plain(block, room)}
                    : new ByteBuffer[] {shape.plain(block, room)};
            wire = shape.sealed(block, Plan.AMPLE);
        }

        private static SSLEngine engine(Catalog catalog, String suite, KeyManager[] keys, boolean client)
                throws GeneralSecurityException {
            DovetailOptions options =
                    DovetailOptions.of(catalog, Selection.compatible(catalog).suites(suite));
            SSLContext context = SSLContext.getInstance("TLS", new DovetailProvider(options));
            context.init(keys, Contexts.trust(), null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(client);
            return engine;
        }

        @Override
        public void run() {
            for (ByteBuffer one : sources) one.clear();
            for (ByteBuffer one : destinations) one.clear();
            wire.clear();
            try {
                kept[0] = shape.pieces() ? client.wrap(sources, wire) : client.wrap(sources[0], wire);
                wire.flip();
                if (shape.parted()) unwrapPart();
                kept[1] = shape.pieces() ? server.unwrap(wire, destinations) : server.unwrap(wire, destinations[0]);
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
            if (kept[0].bytesConsumed() != length || kept[1].bytesProduced() != length || wire.hasRemaining()) {
                throw new IllegalStateException("not one record: " + Arrays.toString(kept));
            }
        }

        private void unwrapPart() throws SSLException {
            int end = wire.limit();
            kept[2] = server.unwrap(wire.limit(end / 2), destinations[0]);
            wire.limit(end);
            if (kept[2].getStatus() != Status.BUFFER_UNDERFLOW) throw new IllegalStateException("half a record is one");
        }
    }
}
