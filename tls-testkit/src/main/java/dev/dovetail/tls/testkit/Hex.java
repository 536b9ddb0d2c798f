package dev.dovetail.tls.testkit;

import java.util.HexFormat;

/** Bytes as vectors print them. */
public final class Hex {

    private Hex() {}

    /**
     * Reads hexadecimal digits; white space between them, and joined pieces, are as RFCs print them.
     *
     * @param digits pieces, read one after the other; upper or lower case
     * @return the bytes, the caller's
     * @throws IllegalArgumentException if something else than digits and white space is there, or half a byte
     */
    public static byte[] bytes(String... digits) {
        return HexFormat.of().parseHex(String.join("", digits).replaceAll("\\s+", ""));
    }

    /**
     * Writes bytes as lower-case digits without spaces.
     *
     * @param bytes not modified
     * @return two digits for each
     */
    public static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
