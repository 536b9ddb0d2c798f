package dev.dovetail.tls.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The other end of a browser's DevTools protocol: commands with their answers, and events. */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<Expectation> expectations = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    private record Expectation(Predicate<JsonNode> wanted, CompletableFuture<JsonNode> event) {}

    private DevTools(URI address) {
        socket = Facts.await(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Reader()));
    }

    static DevTools at(URI address) {
        return new DevTools(address);
    }

    /** Gives a command and waits for its answer. */
    JsonNode call(String method, Map<String, Object> parameters) {
        return call("", method, parameters);
    }

    /** The same in a session with one page. */
    JsonNode call(String session, String method, Map<String, Object> parameters) {
        int id = count.incrementAndGet();
        Map<String, Object> command = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) command.put("sessionId", session);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            Facts.await(socket.sendText(JSON.writeValueAsString(command), true));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        JsonNode message = Facts.await(answer);
        if (message.has("error")) throw new AssertionError(method + ": " + message.get("error"));
        return message.get("result");
    }

    /** The next event that is wanted. */
    CompletableFuture<JsonNode> next(Predicate<JsonNode> wanted) {
        CompletableFuture<JsonNode> event = new CompletableFuture<>();
        expectations.add(new Expectation(wanted, event));
        return event;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void take(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
        if (message.has("id")) {
            answers.remove(message.get("id").intValue()).complete(message);
            return;
        }
        for (Expectation expectation : expectations) {
            if (!expectation.wanted.test(message)) continue;
            expectations.remove(expectation);
            expectation.event.complete(message.get("params"));
        }
    }

    private final class Reader implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
