package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;

/** Keying material for the application (RFC 5705, RFC 8446 7.5). */
public interface Exporter extends AutoCloseable {

    /**
     * Derives keying material.
     *
     * @param label registered or private name
     * @param context the application's; null and empty differ in TLS 1.2 and are the same in TLS 1.3
     * @param length bytes wanted
     * @return the caller closes it
     */
    Secret export(String label, byte @org.jspecify.annotations.Nullable [] context, int length);

    /** Forgets the secret behind it. */
    @Override
    void close();

    /**
     * TLS 1.3's exporter (RFC 8446 7.5).
     *
     * @param hkdf with the suite's hash
     * @param secret exporter_master_secret, taken over
     * @return the exporter
     */
    static Exporter tls13(Hkdf hkdf, Secret secret) {
        // Choice: it is kept as long as the connection, and seldom used.
        HashAlgorithm algorithm = hkdf.hash();
        return new Exporter() {
            @Override
            public Secret export(String label, byte @org.jspecify.annotations.Nullable [] context, int length) {
                byte[] value = context == null ? new byte[0] : context;
                Hkdf hkdf = new Hkdf(algorithm);
                var hash = algorithm.start();
                hash.update(value, 0, value.length);
                try (Secret derived = hkdf.derive(secret, label, hkdf.emptyHash())) {
                    return hkdf.expandLabel(derived, "exporter", hash.finish(), length);
                }
            }

            @Override
            public void close() {
                secret.close();
            }
        };
    }

    /**
     * TLS 1.2's exporter (RFC 5705 4).
     *
     * @param master copied
     * @return the exporter
     */
    static Exporter tls12(MasterSecret12 master) {
        MasterSecret12 own = master.copy();
        return new Exporter() {
            @Override
            public Secret export(String label, byte @org.jspecify.annotations.Nullable [] context, int length) {
                return own.export(label, context, length);
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    /**
     * No exporter: without extended_master_secret two connections can have the same master secret, so nothing may be
     * exported (RFC 7627 5.4).
     *
     * @return an exporter that refuses
     */
    static Exporter withoutExtendedMasterSecret() {
        return new Exporter() {
            @Override
            public Secret export(String label, byte @org.jspecify.annotations.Nullable [] context, int length) {
                throw new IllegalStateException(
                        "no keying material without extended_master_secret, which the peer does not know (RFC 7627 5.4)");
            }

            @Override
            public void close() {}
        };
    }
}
