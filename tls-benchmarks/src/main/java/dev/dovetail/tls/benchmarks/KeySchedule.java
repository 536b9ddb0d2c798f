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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All that one side derives in a full handshake: in TLS 1.3 handshake and application secrets with the keys of all four
 * directions (RFC 8446 7.1), in TLS 1.2 the master secret, the key block and both Finished (RFC 5246 8.1 and 6.3).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class KeySchedule {

    private static final int SHARED = 32;

    /** IANA's spelling. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    private final byte[] clientRandom = Payload.of(SHARED);
    private final byte[] serverRandom = Payload.of(SHARED);
    private UsableSuite measured;
    private byte[] transcriptHash;
    private boolean tls13;

    /** Finds the suite. */
    @Setup
    public void prepare() {
        measured = Plugins.usable(Plugins.all(), suite);
        transcriptHash = Payload.of(measured.hash().length());
        tls13 = RecordSuite.of13(suite);
        SteadyState.reach(this::dovetail);
    }

    /**
     * Derives, and wipes.
     *
     * @return something that depends on it
     */
    @Benchmark
    public Object dovetail() {
        try (Secret shared = Secret.of(Payload.of(SHARED))) {
            return tls13 ? schedule13(shared) : schedule12(shared);
        }
    }

    private Object schedule13(Secret shared) {
        Hkdf hkdf = new Hkdf(measured.hash());
        try (HandshakeSecrets handshake = HandshakeSecrets.of(hkdf, shared, transcriptHash);
                TrafficKeys client = TrafficSecret.keys(hkdf, handshake.clientTraffic(), measured);
                TrafficKeys server = TrafficSecret.keys(hkdf, handshake.serverTraffic(), measured);
                ApplicationSecrets application = ApplicationSecrets.of(handshake, transcriptHash);
                TrafficKeys clientData = TrafficSecret.keys(hkdf, application.clientTraffic(), measured);
                TrafficKeys serverData = TrafficSecret.keys(hkdf, application.serverTraffic(), measured)) {
            return client.hashCode() + server.hashCode() + clientData.hashCode() + serverData.hashCode();
        }
    }

    private Object schedule12(Secret shared) {
        try (MasterSecret12 master =
                        MasterSecret12.extended(measured.hash(), shared, transcriptHash, clientRandom, serverRandom);
                KeyBlock12 keys = master.keys(measured)) {
            return keys.hashCode()
                    + master.clientFinished(transcriptHash).length
                    + master.serverFinished(transcriptHash).length;
        }
    }
}
