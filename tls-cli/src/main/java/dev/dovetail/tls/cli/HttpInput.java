package dev.dovetail.tls.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests of HTTP/1.x and skips their bodies (RFC 9112). */
final class HttpInput {

    private static final int LONGEST_HEAD = 1 << 16;

    private final InputStream in;
    private int headLeft;

    HttpInput(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 15);
    }

    /** The next request's head; empty if the peer has closed its side between requests. */
    Optional<HttpRequest> next() throws IOException {
        headLeft = LONGEST_HEAD;
        String line = line(true);
        // RFC 9112 2.2: an empty line before a request is forgiven.
        while (line != null && line.isEmpty()) line = line(true);
        if (line == null) return Optional.empty();
        String[] words = line.split(" ");
        if (words.length != 3 || !words[2].matches("HTTP/1\\.[01]")) {
            throw new ProtocolException("not a request of HTTP/1: " + line);
        }
        return Optional.of(new HttpRequest(words[0], line, words[2], fields()));
    }

    /** Reads a request's body to its end and drops it. */
    void skipBody(HttpRequest request) throws IOException {
        if (request.isChunked()) {
            skipChunks();
            return;
        }
        String length = request.field("content-length");
        if (!length.isEmpty()) skip(number(length, 10));
    }

    private void skipChunks() throws IOException {
        while (true) {
            headLeft = LONGEST_HEAD;
            long length = number(wanted().split(";", 2)[0].strip(), 16);
            if (length == 0) break;
            skip(length);
            if (!wanted().isEmpty()) throw new ProtocolException("a chunk is longer than it says");
        }
        fields();
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = wanted(); !line.isEmpty(); line = wanted()) {
            int colon = line.indexOf(':');
            if (colon <= 0) throw new ProtocolException("not a header field: " + line);
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            fields.merge(name, line.substring(colon + 1).strip(), (first, next) -> first + ", " + next);
        }
        return fields;
    }

    private void skip(long length) throws IOException {
        try {
            in.skipNBytes(length);
        } catch (EOFException e) {
            throw new ProtocolException("the body is shorter than it says");
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long value = Long.parseLong(text, radix);
            if (value >= 0) return value;
        } catch (NumberFormatException e) {
            // It is said below.
        }
        throw new ProtocolException("not a length: " + text);
    }

    private String wanted() throws IOException {
        String line = line(false);
        return line == null ? "" : line;
    }

    /** A line without its end; null at the end of input, where that is allowed. */
    private @org.jspecify.annotations.Nullable String line(boolean mayEnd) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int octet = in.read();
            if (octet < 0 && mayEnd && line.length() == 0) return null;
            if (octet < 0) throw new ProtocolException("the request ends in the middle");
            if (--headLeft < 0) throw new ProtocolException("the request's head is too long");
            if (octet != '\n') {
                line.append((char) octet);
                continue;
            }
            int end = line.length();
            boolean returned = end > 0 && line.charAt(end - 1) == '\r';
            byte[] octets = line.substring(0, returned ? end - 1 : end).getBytes(StandardCharsets.ISO_8859_1);
            return new String(octets, StandardCharsets.UTF_8);
        }
    }
}
