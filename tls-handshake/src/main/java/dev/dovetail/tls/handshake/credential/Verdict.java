package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.util.Optional;

/**
 * What a verifier decided about a peer.
 *
 * @param refusal empty if the peer is who it says, else the fault that ends the connection and names its alert
 */
public record Verdict(Optional<TlsFault> refusal) {

    /**
     * The peer is who it says.
     *
     * @return a verdict without refusal
     */
    public static Verdict accepted() {
        return new Verdict(Optional.empty());
    }

    /**
     * The peer is turned away.
     *
     * @param fault which rule its certificates break; {@link Fault#CERTIFICATE_REJECTED} where the rule is the
     *     application's own
     * @param detail what was found, what was wanted, what to change
     * @return a verdict with that refusal
     */
    public static Verdict refused(Fault fault, String detail) {
        return refused(new TlsFault(fault, detail));
    }

    /**
     * The peer is turned away.
     *
     * @param fault which rule its certificates break, and how
     * @return a verdict with that refusal
     */
    public static Verdict refused(TlsFault fault) {
        return new Verdict(Optional.of(fault));
    }

    /**
     * Whether the peer may go on.
     *
     * @return true if there is no refusal
     */
    public boolean isAccepted() {
        return refusal.isEmpty();
    }
}
