package dev.dovetail.tls.api;

import org.jspecify.annotations.Nullable;

/**
 * A version number of the protocol as it stands on the wire. Open: a value from a peer that nobody knows is a value, not
 * an error (RFC 8701).
 *
 * @param code the two bytes of the wire, 0 to 0xffff, for example 0x0303
 */
public record ProtocolVersion(int code) implements Comparable<ProtocolVersion> {

    /** TLS 1.0 (RFC 2246): known by name only, never negotiated. */
    public static final ProtocolVersion TLS_1_0 = new ProtocolVersion(0x0301);

    /** TLS 1.1 (RFC 4346): known by name only, never negotiated. */
    public static final ProtocolVersion TLS_1_1 = new ProtocolVersion(0x0302);

    /** TLS 1.2 (RFC 5246). */
    public static final ProtocolVersion TLS_1_2 = new ProtocolVersion(0x0303);

    /** TLS 1.3 (RFC 8446). */
    public static final ProtocolVersion TLS_1_3 = new ProtocolVersion(0x0304);

    /** Checks that the code fits two bytes. */
    public ProtocolVersion {
        if (code < 0 || code > 0xffff) throw new IllegalArgumentException("not a two-byte version: " + code);
    }

    /** Orders by code, which for TLS is the order of age. */
    @Override
    public int compareTo(ProtocolVersion other) {
        return Integer.compare(code, other.code);
    }

    /**
     * Tells whether this version is at least as new as another.
     *
     * @param other the version to compare with
     * @return true if this is the same or newer
     */
    public boolean atLeast(ProtocolVersion other) {
        return code >= other.code;
    }

    // Written out: what the compiler makes of a record is put together at its first use, and every suite is in a set by
    // its versions. That took an eighth of the time in which a program finds its plug-ins.

    /** Equal if the codes are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProtocolVersion version && version.code == code;
    }

    @Override
    public int hashCode() {
        return code;
    }

    /** The usual name, for example {@code TLS 1.3}; hexadecimal where there is none. */
    @Override
    public String toString() {
        return code >= 0x0301 && code <= 0x0304 ? "TLS 1." + (code - 0x0301) : String.format("0x%04x", code);
    }
}
