package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an idle connection holds on to, client and server together. The figure is {@link Held}, not the time, and is made by
 * {@link IdlePairs}. Every page of the heap is there from the beginning, so what the process grows by is not heap; the serial
 * collector leaves nothing lying about. {@link Trial} leaves out what a JVM was told otherwise.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsPrepend = {Memory.COLLECTOR, Memory.WHOLE_HEAP})
public class Memory {

    /** The collector that this is measured with, whatever else is. */
    static final String COLLECTOR = "-XX:+UseSerialGC";

    /** Has every page of the heap there from the beginning. */
    static final String WHOLE_HEAP = "-XX:+AlwaysPreTouch";

    /** Ours. */
    @State(Scope.Thread)
    public static class Own {

        /** What to agree on. */
        @Param("TLS13_ECDSA_X25519")
        public HandshakeKind kind;

        /** How many at once. */
        @Param("3000")
        public int pairs;

        private IdlePairs<OwnPeers.Connection> idle;

        /** Connects, and measures. */
        @Setup
        public void prepare() throws Exception {
            OwnPeers peers = OwnPeers.of(kind, ManyServers.with(kind.certificate(), 1), Plugins.DEFAULT, false);
            byte[] message = Payload.of(IdlePairs.MESSAGE);
            idle = new IdlePairs<>(pairs, false, peers::connect, connection -> peers.talk(connection, message));
        }

        /** Ends them. */
        @TearDown
        public void close() throws Exception {
            idle.close();
        }
    }

    /** A stack's. */
    @State(Scope.Thread)
    public static class Peer {

        /** What to agree on. */
        @Param("TLS13_ECDSA_X25519")
        public HandshakeKind kind;

        /** How many at once. */
        @Param("3000")
        public int pairs;

        /** Whose. */
        @Param("sunjsse")
        public String stack;

        private IdlePairs<PeerConnection> idle;

        /** Connects, and measures. */
        @Setup
        public void prepare() throws Exception {
            PeerStack measured = PeerStacks.named(stack);
            PeerPair pair = PeerPair.of(measured, kind, false);
            BufferKind buffers = measured.buffers().get(0);
            ByteBuffer message = buffers.holding(Payload.of(IdlePairs.MESSAGE));
            ByteBuffer wire = buffers.allocate(1 << 16);
            ByteBuffer received = buffers.allocate(1 << 16);
            idle = new IdlePairs<>(pairs, measured.outsideHeap(), pair::connect, connection -> {
                try {
                    connection.talk(message, wire, received);
                } catch (SSLException e) {
                    throw new IllegalStateException(measured + " does not carry a message", e);
                }
            });
        }

        /** Ends them. */
        @TearDown
        public void close() throws Exception {
            idle.close();
        }
    }

    /**
     * Ours.
     *
     * @param own the connections
     * @param held what they hold
     */
    @Benchmark
    public void dovetail(Own own, Held held) {
        own.idle.count(held);
    }

    /**
     * A stack's.
     *
     * @param peer the connections
     * @param held what they hold
     */
    @Benchmark
    public void peer(Peer peer, Held held) {
        peer.idle.count(held);
    }
}
