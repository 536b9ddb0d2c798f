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

/** Promise P6 behind the JDK's interface: of a record that is wrapped and unwrapped only the two results are left. */
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
        DIRECT_PIECES;

        boolean pieces() {
            return this == PIECES || this == DIRECT_PIECES;
        }

        private ByteBuffer plain(int length) {
            boolean heap = this == HEAP || this == HEAP_TO_DIRECT || this == PIECES;
            return heap ? ByteBuffer.allocate(length) : ByteBuffer.allocateDirect(length);
        }

        private ByteBuffer sealed(int length) {
            boolean heap = this == HEAP || this == DIRECT_TO_HEAP || this == PIECES;
            return heap ? ByteBuffer.allocate(length) : ByteBuffer.allocateDirect(length);
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
    void onlyTheTwoResultsAreAllocated(String suite, Shape shape, int length) throws GeneralSecurityException {
        Transfer transfer = new Transfer(suite, shape, length);
        double results = bytesPerCall(new TwoResults());
        assertThat(bytesPerCall(transfer) - results).isLessThan(1);
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
    private static final class TwoResults implements Runnable {

        private final SSLEngineResult[] kept = new SSLEngineResult[2];

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
        private final boolean pieces;
        private final ByteBuffer[] sources;
        private final ByteBuffer[] destinations;
        private final ByteBuffer wire;
        private final SSLEngineResult[] kept = new SSLEngineResult[2];
        private final int length;

        Transfer(String suite, Shape shape, int length) throws GeneralSecurityException {
            this.length = length;
            this.pieces = shape.pieces();
            client = engine(suite, null, true);
            server = engine(suite, Contexts.serverKeys(), false);
            Conversation.between(client, server, Plan.plain())
                    .handshake()
                    .carries(Role.CLIENT, Data.of(1))
                    .carries(Role.SERVER, Data.of(1));
            int half = length / 2;
            sources = pieces
                    ? new ByteBuffer[] {shape.plain(half), shape.plain(length - half)}
                    : new ByteBuffer[] {shape.plain(length)};
            destinations = pieces
                    ? new ByteBuffer[] {shape.plain(half), shape.plain(Plan.AMPLE)}
                    : new ByteBuffer[] {shape.plain(Plan.AMPLE)};
            wire = shape.sealed(Plan.AMPLE);
        }

        private static SSLEngine engine(String suite, KeyManager[] keys, boolean client)
                throws GeneralSecurityException {
            Catalog catalog = FrugalAead.catalog();
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
                kept[0] = pieces ? client.wrap(sources, wire) : client.wrap(sources[0], wire);
                wire.flip();
                kept[1] = pieces ? server.unwrap(wire, destinations) : server.unwrap(wire, destinations[0]);
            } catch (SSLException e) {
                throw new IllegalStateException(e);
            }
            if (kept[0].bytesConsumed() != length || kept[1].bytesProduced() != length || wire.hasRemaining()) {
                throw new IllegalStateException("not one record: " + List.of(kept));
            }
        }
    }
}
