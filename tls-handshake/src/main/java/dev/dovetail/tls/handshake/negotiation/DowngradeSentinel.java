package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.ProtocolVersion;
import java.util.Arrays;

/** The end of ServerHello.random by which a server says that it knows a newer version (RFC 8446 4.1.3). */
public final class DowngradeSentinel {

    private static final byte[] TO_1_2 = {'D', 'O', 'W', 'N', 'G', 'R', 'D', 1};
    private static final byte[] BELOW_1_2 = {'D', 'O', 'W', 'N', 'G', 'R', 'D', 0};
    private static final int START = 24;

    private DowngradeSentinel() {}

    /**
     * Whether a server's random says that it would have done better.
     *
     * @param random 32 bytes
     * @param newest our newest version
     * @param chosen the version that was chosen
     * @return true if somebody interfered
     */
    public static boolean in(byte[] random, ProtocolVersion newest, ProtocolVersion chosen) {
        if (!newest.atLeast(ProtocolVersion.TLS_1_3) || chosen.atLeast(ProtocolVersion.TLS_1_3)) return false;
        byte[] end = Arrays.copyOfRange(random, START, random.length);
        return Arrays.equals(end, TO_1_2) || Arrays.equals(end, BELOW_1_2);
    }

    /**
     * Marks our random if we could do better than what was chosen.
     *
     * @param random 32 bytes, changed
     * @param newest our newest version
     * @param chosen the version that was chosen
     */
    public static void mark(byte[] random, ProtocolVersion newest, ProtocolVersion chosen) {
        if (newest.atLeast(ProtocolVersion.TLS_1_3) && chosen.equals(ProtocolVersion.TLS_1_2)) {
            System.arraycopy(TO_1_2, 0, random, START, TO_1_2.length);
        }
    }
}
