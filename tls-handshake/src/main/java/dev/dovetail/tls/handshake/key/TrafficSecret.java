package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.record.KeyLengths;
import dev.dovetail.tls.record.TrafficKeys;

/** From a traffic secret of TLS 1.3 to record keys, and to the next traffic secret (RFC 8446 7.2 and 7.3). */
public final class TrafficSecret {

    private TrafficSecret() {}

    /**
     * Key and IV of one direction.
     *
     * @param hkdf with the suite's hash
     * @param secret a traffic secret, not changed
     * @param suite tells the lengths
     * @return the caller's
     */
    public static TrafficKeys keys(Hkdf hkdf, Secret secret, UsableSuite suite) {
        KeyLengths lengths = KeyLengths.tls13(suite);
        return new TrafficKeys(
                Secret.of(new byte[0]),
                hkdf.expandLabel(secret, "key", new byte[0], lengths.key()),
                hkdf.expandLabel(secret, "iv", new byte[0], lengths.iv()));
    }

    /**
     * The secret after a KeyUpdate.
     *
     * @param hkdf with the suite's hash
     * @param secret the one before, which the caller closes
     * @return the next one
     */
    public static Secret next(Hkdf hkdf, Secret secret) {
        return hkdf.expandLabel(secret, "traffic upd", new byte[0], hkdf.hash().length());
    }
}
