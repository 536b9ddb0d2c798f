package dev.dovetail.tls.sessions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a file of keys holds: raw bytes of one key, or lines of text. Key material is never made a string, which
 * could not be wiped, and never stands in a message.
 */
final class KeyText {

    private static final Set<String> TIMES = Set.of("sealsFrom", "sealsUntil", "opensUntil");

    private KeyText() {}

    /** The keys of a file, in their order; the caller wipes the array and closes the keys. */
    static List<KeyLine> read(byte[] content) throws IOException {
        if (isLengthOfKey(content.length) && !isText(content)) return List.of(KeyLine.of(content));
        List<KeyLine> keys = new ArrayList<>();
        try {
            int number = 1;
            for (int begin = 0; begin < content.length; number++) {
                int end = next(content, begin, content.length, '\n');
                line(content, begin, end, number).ifPresent(keys::add);
                begin = end + 1;
            }
        } catch (IOException e) {
            keys.forEach(KeyLine::close);
            throw e;
        }
        if (keys.isEmpty()) throw new IOException("it has no key");
        return keys;
    }

    private static Optional<KeyLine> line(byte[] content, int begin, int end, int number) throws IOException {
        List<byte[]> words = words(content, begin, end);
        try {
            if (words.isEmpty()) return Optional.empty();
            byte[] raw = decoded(words.get(0), number);
            try {
                Map<String, Instant> times = times(words.subList(1, words.size()), number);
                return Optional.of(KeyLine.of(raw)
                        .with(
                                Optional.ofNullable(times.get("sealsFrom")),
                                Optional.ofNullable(times.get("sealsUntil")),
                                Optional.ofNullable(times.get("opensUntil"))));
            } finally {
                Arrays.fill(raw, (byte) 0);
            }
        } finally {
            words.forEach(word -> Arrays.fill(word, (byte) 0));
        }
    }

    private static Map<String, Instant> times(List<byte[]> words, int number) throws IOException {
        Map<String, Instant> times = new HashMap<>();
        for (byte[] word : words) {
            int equals = next(word, 0, word.length, '=');
            String name = new String(word, 0, equals, StandardCharsets.ISO_8859_1);
            // What stands here in error could be part of a key, so it is not repeated.
            if (!TIMES.contains(name))
                throw problem(
                        number, "behind a key only " + TIMES.stream().sorted().toList());
            if (times.put(name, instant(word, equals + 1, number, name)) != null) {
                throw problem(number, name + " stands twice");
            }
        }
        return times;
    }

    private static Instant instant(byte[] word, int from, int number, String name) throws IOException {
        int length = Math.max(0, word.length - from);
        try {
            return Instant.parse(new String(word, word.length - length, length, StandardCharsets.ISO_8859_1));
        } catch (DateTimeParseException e) {
            throw problem(number, name + " is no time like 2030-01-31T12:00:00Z");
        }
    }

    /** 48 or 80 bytes: in hexadecimal 96 or 160 digits, in Base64 64 or 108, of which the last is padding. */
    private static byte[] decoded(byte[] word, int number) throws IOException {
        byte[] raw = new byte[0];
        try {
            if (word.length == 2 * KeyLine.SHORT || word.length == 2 * KeyLine.LONG) raw = hex(word);
            else raw = Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            // The JDK's message quotes a character of what could be a key.
            raw = new byte[0];
        }
        if (isLengthOfKey(raw.length)) return raw;
        Arrays.fill(raw, (byte) 0);
        throw problem(number, "48 or 80 bytes in Base64 or hexadecimal are a key");
    }

    private static byte[] hex(byte[] word) {
        byte[] raw = new byte[word.length / 2];
        for (int i = 0; i < raw.length; i++) {
            int high = Character.digit(word[2 * i], 16);
            int low = Character.digit(word[2 * i + 1], 16);
            if (high < 0 || low < 0) {
                Arrays.fill(raw, (byte) 0);
                throw new IllegalArgumentException();
            }
            raw[i] = (byte) (high << 4 | low);
        }
        return raw;
    }

    private static boolean isLengthOfKey(int length) {
        return length == KeyLine.SHORT || length == KeyLine.LONG;
    }

    // 48 random bytes are all text once in 10^20 times.
    private static boolean isText(byte[] content) {
        for (byte each : content) if ((each < ' ' || each > '~') && !isSpace(each) && each != '\n') return false;
        return true;
    }

    private static List<byte[]> words(byte[] content, int begin, int end) {
        List<byte[]> words = new ArrayList<>();
        int at = begin;
        while (at < end) {
            int from = at;
            while (at < end && !isSpace(content[at])) at++;
            if (at > from && content[from] == '#') break;
            if (at > from) words.add(Arrays.copyOfRange(content, from, at));
            at++;
        }
        return words;
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\t' || each == '\r';
    }

    private static int next(byte[] content, int begin, int end, char wanted) {
        int at = begin;
        while (at < end && content[at] != wanted) at++;
        return at;
    }

    private static IOException problem(int line, String what) {
        return new IOException("line " + line + ": " + what);
    }
}
