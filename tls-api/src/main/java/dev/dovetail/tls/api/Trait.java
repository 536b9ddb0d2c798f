package dev.dovetail.tls.api;

/** What a careful reader wants to know of a suite, group or signature scheme before enabling it. */
public enum Trait {
    /** May be enabled without being asked for: strong, forward secret, and well reviewed. */
    RECOMMENDED,
    /** Broken or worn out; only for reaching an old device on purpose. */
    LEGACY,
    /** Authenticates but hides nothing (RFC 9150, the NULL suites of RFC 5246). */
    NO_ENCRYPTION,
    /** Whoever takes the long-term key later can read the traffic of today. */
    NO_FORWARD_SECRECY,
    /** A draft, or without wide review. */
    EXPERIMENTAL;

    /**
     * Tells whether a part with this trait has to be named one by one before it is used: no bundle selection takes it in.
     *
     * @return true for {@link #LEGACY}, {@link #NO_ENCRYPTION} and {@link #EXPERIMENTAL}
     */
    public boolean mustBeNamed() {
        return this == LEGACY || this == NO_ENCRYPTION || this == EXPERIMENTAL;
    }
}
