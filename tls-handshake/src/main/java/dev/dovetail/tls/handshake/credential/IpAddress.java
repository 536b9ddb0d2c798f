package dev.dovetail.tls.handshake.credential;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address parsed from text alone. {@code InetAddress} would ask DNS for whatever is not one, and turns IPv4-mapped
 * IPv6 addresses into IPv4, which certificates keep apart.
 */
final class IpAddress {

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Parses dotted decimal or RFC 4291 2.2 text; brackets around and a zone behind an IPv6 address are left out. */
    static Optional<IpAddress> parse(String text) {
        String bare = text;
        if (bare.startsWith("[") && bare.endsWith("]")) bare = bare.substring(1, bare.length() - 1);
        if (bare.indexOf(':') < 0) return text.startsWith("[") ? Optional.empty() : v4(bare).map(IpAddress::new);
        int zone = bare.indexOf('%');
        return v6(zone < 0 ? bare : bare.substring(0, zone)).map(IpAddress::new);
    }

    /** An iPAddress as it stands in a certificate (RFC 5280 4.2.1.6); the array becomes ours. */
    static Optional<IpAddress> of(byte[] bytes) {
        return bytes.length == 4 || bytes.length == 16 ? Optional.of(new IpAddress(bytes)) : Optional.empty();
    }

    private static Optional<byte[]> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) return Optional.empty();
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = number(parts[i], 10, 3);
            // A leading zero is octal to some parsers: refused rather than guessed.
            if (value < 0 || value > 255 || (parts[i].length() > 1 && parts[i].charAt(0) == '0'))
                return Optional.empty();
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) return groups(text).filter(all -> all.length == 16);
        if (text.indexOf("::", gap + 1) >= 0) return Optional.empty();
        // What stands before the gap can't end in dotted decimal: RFC 4291 2.2 has that at the very end only.
        String head = text.substring(0, gap);
        if (head.indexOf('.') >= 0) return Optional.empty();
        Optional<byte[]> front = groups(head);
        Optional<byte[]> back = groups(text.substring(gap + 2));
        if (front.isEmpty() || back.isEmpty()) return Optional.empty();
        int given = front.get().length + back.get().length;
        if (given > 14) return Optional.empty();
        byte[] bytes = Arrays.copyOf(front.get(), 16);
        System.arraycopy(back.get(), 0, bytes, 16 - back.get().length, back.get().length);
        return Optional.of(bytes);
    }

    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) return Optional.of(new byte[0]);
        String[] parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
        if (parts.length > 8) return Optional.empty();
        byte[] bytes = new byte[2 * parts.length + (dotted ? 2 : 0)];
        int hex = dotted ? parts.length - 1 : parts.length;
        for (int i = 0; i < hex; i++) {
            int value = number(parts[i], 16, 4);
            if (value < 0) return Optional.empty();
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        if (dotted) {
            Optional<byte[]> tail = v4(parts[hex]);
            if (tail.isEmpty()) return Optional.empty();
            System.arraycopy(tail.get(), 0, bytes, 2 * hex, 4);
        }
        return Optional.of(bytes);
    }

    private static int number(String digits, int radix, int most) {
        if (digits.isEmpty() || digits.length() > most) return -1;
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            // Character.digit alone would take the digits of other scripts.
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) return -1;
            value = value * radix + digit;
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress && Arrays.equals(bytes, ((IpAddress) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Dotted decimal, or eight groups without abbreviation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean v4 = bytes.length == 4;
        for (int i = 0; i < bytes.length; i += v4 ? 1 : 2) {
            if (i > 0) text.append(v4 ? '.' : ':');
            text.append(
                    v4
                            ? String.valueOf(bytes[i] & 0xff)
                            : Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return text.toString();
    }
}
