package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.testkit.FixedRandom;

/**
 * An engine that stands for one side of a trace.
 *
 * @param trace which handshake
 * @param engine ours
 * @param random what it draws
 * @param witness sees its secrets
 */
record Play(Trace trace, TlsEngine engine, FixedRandom random, Witness witness) implements AutoCloseable {

    /** To be called when the trace is played. */
    void assertSecretsAsRecorded() {
        assertThat(random.remaining()).as("random bytes nobody asked for").isZero();
        RecordedSecrets.of(trace).assertSameAs(witness);
    }

    @Override
    public void close() {
        engine.close();
    }
}
