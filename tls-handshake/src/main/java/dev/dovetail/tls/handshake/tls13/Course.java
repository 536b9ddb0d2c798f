package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.key.HandshakeSecrets;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.session.Session;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.TrafficKeys;
import dev.dovetail.tls.record.WriteProtection;
import java.util.Optional;

/**
 * What a TLS 1.3 handshake carries from state to state once ServerHello has passed.
 *
 * @param suite the suite
 * @param group the group; empty where a pre-shared key is used alone
 * @param retried whether there was a HelloRetryRequest
 * @param clientRandom names the connection
 * @param transcript all messages so far
 * @param secrets the handshake's secrets, closed by {@link #close()}
 * @param padding of our records
 * @param resumed the session that goes on, without its secret
 */
public record Course(
        UsableSuite suite,
        Optional<NamedGroup> group,
        boolean retried,
        byte[] clientRandom,
        Transcript transcript,
        HandshakeSecrets secrets,
        PaddingPolicy padding,
        Optional<Session> resumed)
        implements AutoCloseable {

    /**
     * Begins: derives the handshake's secrets.
     *
     * @param suite the suite
     * @param group the group; empty where a pre-shared key is used alone
     * @param retried whether there was a HelloRetryRequest
     * @param clientRandom names the connection
     * @param transcript ClientHello to ServerHello
     * @param inputs the secrets that go in, closed here
     * @param padding of our records
     * @param effects tells of the secrets
     * @return to be closed
     */
    public static Course begin(
            UsableSuite suite,
            Optional<NamedGroup> group,
            boolean retried,
            byte[] clientRandom,
            Transcript transcript,
            KeyInputs inputs,
            PaddingPolicy padding,
            Effects effects) {
        try (inputs) {
            HandshakeSecrets secrets =
                    HandshakeSecrets.of(new Hkdf(suite.hash()), inputs.preShared(), inputs.shared(), transcript.hash());
            effects.secret("CLIENT_HANDSHAKE_TRAFFIC_SECRET", clientRandom, secrets.clientTraffic());
            effects.secret("SERVER_HANDSHAKE_TRAFFIC_SECRET", clientRandom, secrets.serverTraffic());
            return new Course(suite, group, retried, clientRandom, transcript, secrets, padding, Optional.empty());
        }
    }

    /**
     * The course of a resumption.
     *
     * @param session the session that goes on, if any
     * @return the same with it
     */
    public Course resuming(Optional<Session> session) {
        return new Course(suite, group, retried, clientRandom, transcript, secrets, padding, session);
    }

    /**
     * HKDF with the suite's hash.
     *
     * @return the function
     */
    public Hkdf hkdf() {
        return secrets.hkdf();
    }

    /**
     * verify_data of a Finished over the messages so far.
     *
     * @param traffic the handshake traffic secret of the side that sends it
     * @return the hash's length in bytes
     */
    public byte[] finished(Secret traffic) {
        return hkdf().finished(traffic, transcript.hash());
    }

    /**
     * Protection that opens records.
     *
     * @param traffic the peer's traffic secret
     * @return for the record layer
     */
    public ReadProtection read(Secret traffic) {
        try (TrafficKeys keys = TrafficSecret.keys(hkdf(), traffic, suite)) {
            return Protections.tls13Read(suite, keys);
        }
    }

    /**
     * Protection that seals records.
     *
     * @param traffic our traffic secret
     * @return for the record layer
     */
    public WriteProtection write(Secret traffic) {
        try (TrafficKeys keys = TrafficSecret.keys(hkdf(), traffic, suite)) {
            return Protections.tls13Write(suite, keys, padding);
        }
    }

    /**
     * The secret that the keys of tickets come from (RFC 8446 4.6.1).
     *
     * @return with the client's Finished as the last message; the caller closes it
     */
    public Secret resumption() {
        return hkdf().derive(secrets.master(), "res master", transcript.hash());
    }

    @Override
    public void close() {
        secrets.close();
    }
}
