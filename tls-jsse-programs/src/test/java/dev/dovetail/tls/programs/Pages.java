package dev.dovetail.tls.programs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What every web server here serves, and who asked for it. */
final class Pages {

    /** Says whom it is served to. */
    static final String WELCOME = "/welcome";

    /** {@link Facts#large()}. */
    static final String LARGE = "/large";

    /** Sends back what it was sent. */
    static final String ECHO = "/echo";

    /** The last one over its connection, in HTTP/1.1. */
    static final String FAREWELL = "/farewell";

    /** For a browser: fetches {@link #LARGE}, sends it to {@link #ECHO}, and compares. */
    static final String HOME = "/";

    private static final String SCRIPT = """
            <!DOCTYPE html>
            <title>Dovetail</title>
            <h1>Hello</h1>
            <script>
              async function compare() {
                const large = new Uint8Array(await (await fetch('/large')).arrayBuffer());
                const echo = await fetch('/echo', {method: 'POST', body: large});
                const again = new Uint8Array(await echo.arrayBuffer());
                if (large.length !== again.length) return 'longer or shorter';
                for (let place = 0; place < large.length; place++) {
                  if (large[place] !== again[place]) return 'another at ' + place;
                }
                return large.length + ' and the same';
              }
              var comparison = compare();
            </script>
            """;

    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();

    /**
     * An answer.
     *
     * @param last whether the connection is to end with it
     */
    record Answer(String type, byte[] body, boolean last) {}

    /** Everyone who asked so far. */
    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Notes who asks, and answers. */
    Answer answer(Visit visit, byte[] body) {
        visits.add(visit);
        return switch (visit.path()) {
            case WELCOME -> text("Welcome, " + visit.client().orElse("whoever you are"), false);
            case FAREWELL -> text("Farewell", true);
            case LARGE -> new Answer("application/octet-stream", Facts.large(), false);
            case ECHO -> new Answer("application/octet-stream", body, false);
            case HOME -> new Answer("text/html", SCRIPT.getBytes(StandardCharsets.UTF_8), false);
            default -> text("There is no such page.", false);
        };
    }

    private static Answer text(String text, boolean last) {
        return new Answer("text/plain", text.getBytes(StandardCharsets.UTF_8), last);
    }
}
