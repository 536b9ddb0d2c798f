package dev.dovetail.tls.handshake.resumption;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.key.Hkdf;

/** The key of one ticket of TLS 1.3 (RFC 8446 4.6.1). */
public final class TicketSecret {

    private TicketSecret() {}

    /**
     * Derives it.
     *
     * @param hkdf with the suite's hash
     * @param resumption the connection's resumption secret, not closed
     * @param nonce the ticket's
     * @return the caller closes it
     */
    public static Secret of(Hkdf hkdf, Secret resumption, byte[] nonce) {
        return hkdf.expandLabel(resumption, "resumption", nonce, hkdf.hash().length());
    }
}
