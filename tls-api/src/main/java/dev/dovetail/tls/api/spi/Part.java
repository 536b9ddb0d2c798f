package dev.dovetail.tls.api.spi;

/**
 * Anything that a suite or a handshake can name. Thread-safe, with a public no-argument constructor, and without state that
 * shows: a part answers the same whatever was asked before. It may keep idle objects of its provider ({@link Shelf}) and what
 * it worked out of public keys, within bounds; of secrets nothing that outlives their owner.
 *
 * <p>Everything but {@link #availability()} and the work itself is a constant, and is asked of parts that do not work here, too:
 * so it touches no library, and neither do the class's fields, signatures and constructor.
 */
public interface Part {

    /**
     * What this part is, in IANA's or the RFC's spelling: suites refer to it.
     *
     * @return for example {@code AES_128_GCM}, {@code SHA256}, {@code x25519}
     */
    String name();

    /**
     * Whose code does the work; several implementations of one name may be present.
     *
     * @return for example {@code JDK} or {@code BouncyCastle}
     */
    String implementation();

    /**
     * Whether this part works here: a plug-in whose algorithm this JDK lacks says so, and is reported instead of used.
     *
     * @return available, or why not
     */
    default Availability availability() {
        return Availability.available();
    }

    /**
     * Decides between implementations of one name: the highest is used unless the user prefers another. Choose by
     * measurement.
     *
     * @return 0 unless measured to be faster (above) or slower (below)
     */
    default int priority() {
        return 0;
    }
}
