package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.HandshakeSecrets;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.KeyBlock12;
import dev.dovetail.tls.handshake.key.MasterSecret12;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.record.TrafficKeys;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * All that one side derives in a full handshake that can be resumed: in TLS 1.3 handshake and application secrets with the
 * keys of all four directions, both Finished (RFC 8446 7.1 and 4.4.4) and the secret of the tickets, in TLS 1.2 the master
 * secret, the key block and both Finished (RFC 5246 8.1 and 6.3).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class KeySchedule {

    private static final int SHARED = 32;

    /** IANA's spelling. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    private final byte[] agreed = Payload.of(SHARED);
    private final byte[] clientRandom = Payload.of(SHARED);
    private final byte[] serverRandom = Payload.of(SHARED);
    private UsableSuite measured;
    private byte[] transcriptHash;
    private boolean tls13;

    /**
     * Finds the suite.
     *
     * @param hole takes what is derived
     */
    @Setup
    public void prepare(Blackhole hole) {
        find();
        SteadyState.reach(() -> {
            dovetail(hole);
            return this;
        });
    }

    final void find() {
        measured = Plugins.usable(Plugins.all(), suite);
        transcriptHash = Payload.of(measured.hash().length());
        tls13 = RecordSuite.of13(suite);
    }

    /**
     * Derives, and wipes.
     *
     * @param hole takes what is derived
     */
    @Benchmark
    public void dovetail(Blackhole hole) {
        derive(hole::consume);
    }

    /** Lends all that is derived: keys and IVs of the client first, then the server's, and each Finished. */
    void derive(Consumer<byte[]> taken) {
        try (Secret shared = Secret.copyOf(agreed, 0, SHARED)) {
            if (tls13) schedule13(shared, taken);
            else schedule12(shared, taken);
        }
    }

    private void schedule13(Secret shared, Consumer<byte[]> taken) {
        Hkdf hkdf = new Hkdf(measured.hash());
        try (HandshakeSecrets handshake = HandshakeSecrets.of(hkdf, shared, transcriptHash);
                ApplicationSecrets application = ApplicationSecrets.of(handshake, transcriptHash);
                Secret resumption = hkdf.derive(handshake.master(), "res master", transcriptHash)) {
            keys(hkdf, handshake.clientTraffic(), taken);
            keys(hkdf, handshake.serverTraffic(), taken);
            taken.accept(hkdf.finished(handshake.clientTraffic(), transcriptHash));
            taken.accept(hkdf.finished(handshake.serverTraffic(), transcriptHash));
            keys(hkdf, application.clientTraffic(), taken);
            keys(hkdf, application.serverTraffic(), taken);
            application.exporter().use(taken);
            resumption.use(taken);
        }
    }

    private void keys(Hkdf hkdf, Secret traffic, Consumer<byte[]> taken) {
        try (TrafficKeys keys = TrafficSecret.keys(hkdf, traffic, measured)) {
            lend(keys, taken);
        }
    }

    private void schedule12(Secret shared, Consumer<byte[]> taken) {
        try (MasterSecret12 master =
                        MasterSecret12.extended(measured.hash(), shared, transcriptHash, clientRandom, serverRandom);
                KeyBlock12 keys = master.keys(measured)) {
            lend(keys.client(), taken);
            lend(keys.server(), taken);
            taken.accept(master.clientFinished(transcriptHash));
            taken.accept(master.serverFinished(transcriptHash));
        }
    }

    private static void lend(TrafficKeys keys, Consumer<byte[]> taken) {
        keys.key().use(taken);
        keys.iv().use(taken);
    }
}
