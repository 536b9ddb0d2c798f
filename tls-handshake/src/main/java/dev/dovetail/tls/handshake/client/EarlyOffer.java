package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.EarlyDataUse;
import java.util.Optional;

/**
 * Early data that a client has offered with the first of its keys.
 *
 * @param use what becomes of it if the server does not take it
 * @param suite the suite that protects it
 * @param applicationProtocol the protocol that it is meant for
 * @param open whether the server may still take it
 */
public record EarlyOffer(EarlyDataUse use, UsableSuite suite, Optional<String> applicationProtocol, boolean open) {

    /**
     * The server has shown that it does not take it.
     *
     * @return the same, no longer open
     */
    public EarlyOffer refused() {
        return new EarlyOffer(use, suite, applicationProtocol, false);
    }

    /**
     * Whether the server could take it with what it chose.
     *
     * @param chosen its suite
     * @param protocol its application protocol
     * @return true if both are what the session had (RFC 8446 4.2.10)
     */
    public boolean fits(UsableSuite chosen, Optional<String> protocol) {
        return open && chosen.code() == suite.code() && protocol.equals(applicationProtocol);
    }

    /**
     * What becomes of it now that the server has not taken it.
     *
     * @param protocol the application protocol of the connection
     * @return sent again only if it means the same there
     */
    public EarlyDataOutcome rejected(Optional<String> protocol) {
        return use == EarlyDataUse.RESEND && protocol.equals(applicationProtocol)
                ? EarlyDataOutcome.RESENT
                : EarlyDataOutcome.REJECTED;
    }
}
