package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;

/**
 * The secrets of early data, from a pre-shared key and the ClientHello that offers it (RFC 8446 7.1).
 *
 * @param hkdf with the hash of the suite
 * @param clientTraffic protects what the client sends
 * @param exporter for the application's keying material
 */
public record EarlySecrets(Hkdf hkdf, Secret clientTraffic, Secret exporter) implements AutoCloseable {

    /**
     * Derives them.
     *
     * @param hkdf with the hash of the suite
     * @param preShared the key, not closed
     * @param helloHash hash of the whole ClientHello
     * @return to be closed
     */
    public static EarlySecrets of(Hkdf hkdf, Secret preShared, byte[] helloHash) {
        try (Secret zeros = hkdf.zeros();
                Secret early = hkdf.extract(zeros, preShared)) {
            return new EarlySecrets(
                    hkdf, hkdf.derive(early, "c e traffic", helloHash), hkdf.derive(early, "e exp master", helloHash));
        }
    }

    /** Forgets both. */
    @Override
    public void close() {
        clientTraffic.close();
        exporter.close();
    }
}
