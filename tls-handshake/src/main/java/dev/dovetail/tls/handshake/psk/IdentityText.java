package dev.dovetail.tls.handshake.psk;

import java.util.HexFormat;

/** The name of a key, for people: as it is if it is plain ASCII, else as hexadecimal. */
public final class IdentityText {

    private static final int LONGEST = 64;

    private IdentityText() {}

    /**
     * For errors and events: the peer chose the bytes, so nothing of them may change a line or a terminal.
     *
     * @param identity any bytes
     * @return one line of bounded length
     */
    public static String of(byte[] identity) {
        int shown = Math.min(identity.length, LONGEST);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            if (identity[i] < ' ' || identity[i] > '~' || identity[i] == '"') return hexadecimal(identity);
            text.append((char) identity[i]);
        }
        return "\"" + text + "\"" + (shown < identity.length ? "…" : "");
    }

    private static String hexadecimal(byte[] identity) {
        int shown = Math.min(identity.length, LONGEST / 2);
        return "0x" + HexFormat.of().formatHex(identity, 0, shown) + (shown < identity.length ? "…" : "");
    }
}
