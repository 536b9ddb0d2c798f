package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;

/**
 * The end of TLS 1.3's key schedule (RFC 8446 7.1): after the server's Finished. The traffic secrets are replaced at each
 * KeyUpdate.
 *
 * @param hkdf with the suite's hash
 * @param clientTraffic client_application_traffic_secret_0
 * @param serverTraffic server_application_traffic_secret_0
 * @param exporter exporter_master_secret
 */
public record ApplicationSecrets(Hkdf hkdf, Secret clientTraffic, Secret serverTraffic, Secret exporter)
        implements AutoCloseable {

    /**
     * Derives them; the Master Secret is not needed afterwards.
     *
     * @param handshake the secrets before
     * @param transcriptHash hash of ClientHello to the server's Finished
     * @return to be closed
     */
    public static ApplicationSecrets of(HandshakeSecrets handshake, byte[] transcriptHash) {
        Hkdf hkdf = handshake.hkdf();
        return new ApplicationSecrets(
                hkdf,
                hkdf.derive(handshake.master(), "c ap traffic", transcriptHash),
                hkdf.derive(handshake.master(), "s ap traffic", transcriptHash),
                hkdf.derive(handshake.master(), "exp master", transcriptHash));
    }

    /** Forgets all three. */
    @Override
    public void close() {
        clientTraffic.close();
        serverTraffic.close();
        exporter.close();
    }
}
