package dev.dovetail.tls.handshake.credential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Reads the blocks of PEM text (RFC 7468, and the headers of RFC 1421). Text outside of blocks is ignored. Works on
 * bytes, because a key that was a String once can't be wiped.
 */
final class PemReader {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final byte[] text;
    private final String source;
    private int next;
    private int line;

    private PemReader(byte[] text, String source) {
        this.text = text;
        this.source = source;
    }

    /**
     * All blocks, in their order.
     *
     * @param text not modified
     * @param source names the text in messages
     */
    static List<PemBlock> read(byte[] text, String source) {
        PemReader reader = new PemReader(text, source);
        List<PemBlock> blocks = new ArrayList<>();
        while (reader.next < text.length) {
            String marker = reader.marker(reader.line());
            if (marker.startsWith(BEGIN)) blocks.add(reader.block(label(marker, BEGIN)));
        }
        return blocks;
    }

    private PemBlock block(String label) {
        int begun = line;
        byte[] base64 = new byte[text.length - next];
        int length = 0;
        boolean encrypted = false;
        boolean headers = false;
        try {
            while (next < text.length) {
                int[] span = line();
                String marker = marker(span);
                if (marker.startsWith(END)) {
                    if (!label(marker, END).equals(label)) {
                        throw malformed("line " + line + " ends " + label(marker, END) + ", but " + label
                                + " was begun in line " + begun);
                    }
                    return new PemBlock(label, encrypted, decode(base64, length, label, begun));
                }
                if (marker.startsWith(BEGIN)) break;
                // RFC 1421 4.6: a colon is not of Base64's alphabet; indented lines continue a header.
                if (contains(span, ':') || (headers && indented(span))) {
                    headers = true;
                    encrypted |= says(span, "Proc-Type:") && says(span, "ENCRYPTED");
                    continue;
                }
                headers = false;
                for (int i = span[0]; i < span[1]; i++) if (!blank(text[i])) base64[length++] = text[i];
            }
            throw malformed("the block " + label + " begun in line " + begun + " has no END line: it was cut off");
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private byte[] decode(byte[] base64, int length, String label, int begun) {
        byte[] exact = Arrays.copyOf(base64, length);
        try {
            return Base64.getDecoder().decode(exact);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message may show a character of the key.
            throw malformed("the block " + label + " begun in line " + begun + " is not Base64");
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    /** The next line, as start and end without its line break. */
    private int[] line() {
        int start = next;
        int end = start;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') end++;
        next = end < text.length ? end + 1 : end;
        if (next < text.length && text[end] == '\r' && text[next] == '\n') next++;
        line++;
        return new int[] {start, end};
    }

    /** The line as a String if it is a BEGIN or END line, else an empty one. */
    private String marker(int[] span) {
        int start = span[0];
        int end = span[1];
        while (start < end && blank(text[start])) start++;
        while (start < end && blank(text[end - 1])) end--;
        boolean dashes = end - start > DASHES.length() && startsWith(start, end, DASHES);
        return dashes ? new String(text, start, end - start, StandardCharsets.ISO_8859_1) : "";
    }

    private static String label(String marker, String kind) {
        String label = marker.substring(kind.length());
        return (label.endsWith(DASHES) ? label.substring(0, label.length() - DASHES.length()) : label).strip();
    }

    private boolean says(int[] span, String word) {
        for (int i = span[0]; i + word.length() <= span[1]; i++) if (startsWith(i, span[1], word)) return true;
        return false;
    }

    private boolean startsWith(int start, int end, String word) {
        if (end - start < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (text[start + i] != word.charAt(i)) return false;
        return true;
    }

    private boolean contains(int[] span, char wanted) {
        for (int i = span[0]; i < span[1]; i++) if (text[i] == wanted) return true;
        return false;
    }

    private boolean indented(int[] span) {
        return span[0] < span[1] && blank(text[span[0]]);
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == 0x0b || b == 0x0c;
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(source + ": " + what);
    }
}
