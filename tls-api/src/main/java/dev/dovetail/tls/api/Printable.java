package dev.dovetail.tls.api;

/** Text that holds what a peer sent, made fit for a line of a log: no control characters, no forged lines. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) return text;
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            if (Character.isISOControl(c)) safe.append(String.format("\\u%04x", (int) c));
            else safe.append(c);
        }
        return safe.toString();
    }
}
