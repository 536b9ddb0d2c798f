package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import java.util.Optional;

/**
 * The middle of TLS 1.3's key schedule (RFC 8446 7.1): after ServerHello.
 *
 * @param hkdf with the suite's hash
 * @param clientTraffic client_handshake_traffic_secret
 * @param serverTraffic server_handshake_traffic_secret
 * @param master the Master Secret
 */
public record HandshakeSecrets(Hkdf hkdf, Secret clientTraffic, Secret serverTraffic, Secret master)
        implements AutoCloseable {

    /**
     * Derives them without a pre-shared key.
     *
     * @param hkdf with the suite's hash
     * @param shared the group's secret; the caller closes it
     * @param transcriptHash hash of ClientHello to ServerHello
     * @return to be closed
     */
    public static HandshakeSecrets of(Hkdf hkdf, Secret shared, byte[] transcriptHash) {
        return of(hkdf, Optional.empty(), Optional.of(shared), transcriptHash);
    }

    /**
     * Derives them from what there is; zeros stand for what is not.
     *
     * @param hkdf with the suite's hash
     * @param preShared the pre-shared key; the caller closes it
     * @param shared the group's secret; the caller closes it
     * @param transcriptHash hash of ClientHello to ServerHello
     * @return to be closed
     */
    public static HandshakeSecrets of(
            Hkdf hkdf, Optional<Secret> preShared, Optional<Secret> shared, byte[] transcriptHash) {
        try (Secret zeros = hkdf.zeros();
                Secret early = hkdf.extract(zeros, preShared.orElse(zeros));
                Secret derived = hkdf.derive(early, "derived", hkdf.emptyHash());
                Secret handshake = hkdf.extract(derived, shared.orElse(zeros));
                Secret derivedAgain = hkdf.derive(handshake, "derived", hkdf.emptyHash())) {
            return new HandshakeSecrets(
                    hkdf,
                    hkdf.derive(handshake, "c hs traffic", transcriptHash),
                    hkdf.derive(handshake, "s hs traffic", transcriptHash),
                    hkdf.extract(derivedAgain, zeros));
        }
    }

    /** Forgets all three. */
    @Override
    public void close() {
        clientTraffic.close();
        serverTraffic.close();
        master.close();
    }
}
