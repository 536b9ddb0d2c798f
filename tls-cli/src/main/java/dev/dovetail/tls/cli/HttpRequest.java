package dev.dovetail.tls.cli;

import java.util.Locale;
import java.util.Map;

/**
 * The head of an HTTP/1.x request (RFC 9112 3 and 5).
 *
 * @param method for example {@code GET}
 * @param line the request line as it came
 * @param version for example {@code HTTP/1.1}
 * @param fields by lower-case names; several of one name are joined by commas (RFC 9110 5.3)
 */
record HttpRequest(String method, String line, String version, Map<String, String> fields) {

    boolean isChunked() {
        return field("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked");
    }

    boolean awaitsContinue() {
        return field("expect").equalsIgnoreCase("100-continue");
    }

    /** Whether more requests may follow (RFC 9112 9.3). */
    boolean keepsAlive() {
        String connection = field("connection").toLowerCase(Locale.ROOT);
        return version.equals("HTTP/1.0") ? connection.contains("keep-alive") : !connection.contains("close");
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
