package dev.dovetail.tls.api.spi;

import java.util.Optional;

/**
 * Whether a part works on this machine.
 *
 * @param reason why not; empty if it does
 */
public record Availability(Optional<String> reason) {

    private static final Availability AVAILABLE = new Availability(Optional.empty());

    /**
     * It works.
     *
     * @return available
     */
    public static Availability available() {
        return AVAILABLE;
    }

    /**
     * It does not work here.
     *
     * @param reason one sentence for a person: what is missing and what to change
     * @return unavailable
     */
    public static Availability unavailable(String reason) {
        return new Availability(Optional.of(reason));
    }

    /**
     * Whether it works.
     *
     * @return true if there is no reason against it
     */
    public boolean isAvailable() {
        return reason.isEmpty();
    }
}
