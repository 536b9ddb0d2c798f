package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading a ClientHello with all its extensions, as a client of ours sends it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class HelloParsing {

    private static final int RECORD_HEADER = 5;

    /** What the client enables. */
    @Param("DEFAULTS")
    public Offer offer;

    private final Codecs codecs = Codecs.with(List.of());
    private HandshakeMessage hello;

    /** Which hello. */
    public enum Offer {
        /** What is on unasked: a share of a hybrid with ML-KEM among it. */
        DEFAULTS("the defaults, with ML-KEM"),
        /** One suite and one group. */
        SMALLEST("one suite, one group");

        private final String label;

        Offer(String label) {
            this.label = label;
        }

        private Selection selection() {
            Selection modern = Selection.modern(Plugins.all());
            return this == DEFAULTS
                    ? modern
                    : modern.suites("TLS_AES_128_GCM_SHA256").groups("x25519");
        }

        /** For a table. */
        @Override
        public String toString() {
            return label;
        }
    }

    /** Lets a client say hello. */
    @Setup
    public void prepare() {
        ClientConfig config = ClientConfig.of(offer.selection())
                .serverName(ServerIdentity.HOST)
                .applicationProtocols("h2", "http/1.1")
                .build();
        byte[] wire = new byte[1 << 14];
        try (TlsEngine client = TlsEngine.client(config)) {
            int length = client.transmit(wire, 0, wire.length);
            hello = new HandshakeMessage(Arrays.copyOfRange(wire, RECORD_HEADER, length), null);
        }
        SteadyState.reach(this::dovetail);
    }

    /**
     * Reads it.
     *
     * @return the hello
     */
    @Benchmark
    public ClientHello dovetail() {
        return ClientHello.read(hello, codecs);
    }
}
