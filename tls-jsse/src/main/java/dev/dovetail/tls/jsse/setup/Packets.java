package dev.dovetail.tls.jsse.setup;

/** How much content a record has that must not be longer than an application said. */
final class Packets {

    private static final int MOST_CONTENT = 1 << 14;

    /** Header, and the most that a protection adds: an explicit IV and a full block of padding, and a MAC of 64 bytes. */
    private static final int OVERHEAD = 5 + 16 + 16 + 64;

    private Packets() {}

    /** At least a byte: a limit that leaves room for none can't be kept. */
    static int content(int longestPacket) {
        return Math.max(1, Math.min(MOST_CONTENT, longestPacket - OVERHEAD));
    }
}
