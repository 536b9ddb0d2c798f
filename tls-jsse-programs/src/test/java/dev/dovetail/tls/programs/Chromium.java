package dev.dovetail.tls.programs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chromium without a window, in a new home where it trusts {@link Pki#ROOT}, with one page. */
final class Chromium implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Path home = Files.createTempDirectory("chromium");
    private Program program;
    private DevTools tools;
    private String page;

    private Chromium() throws IOException {}

    /**
     * Starts it.
     *
     * @param options more of its options
     * @param own a client's certificate, if one is given
     */
    static Chromium start(List<String> options, Issued... own) throws IOException, GeneralSecurityException {
        Program.require("chromium", "chromium");
        Chromium chromium = new Chromium();
        try {
            NssDatabase database = NssDatabase.in(chromium.home);
            database.trust(Pki.ROOT);
            for (Issued each : own) database.add(each);
            chromium.run(options);
            return chromium;
        } catch (IOException | GeneralSecurityException | RuntimeException | Error e) {
            chromium.close();
            throw e;
        }
    }

    /** Loads a page with all that belongs to it: the response, as the DevTools protocol describes it. */
    JsonNode load(URI address) {
        CompletableFuture<JsonNode> response = tools.next(event -> isMethod(event, "Network.responseReceived")
                && event.at("/params/type").textValue().equals("Document"));
        CompletableFuture<JsonNode> loaded = tools.next(event -> isMethod(event, "Page.loadEventFired"));
        String error = navigate(address);
        if (!error.isEmpty()) throw new AssertionError(error + "; " + program);
        Facts.await(loaded);
        return Facts.await(response).get("response");
    }

    /** Goes to a page: why it does not, or nothing. */
    String navigate(URI address) {
        return call("Page.navigate", Map.of("url", address.toString()))
                .path("errorText")
                .asText("");
    }

    /** What a promise of the page's script comes to. */
    String evaluate(String promise) {
        Map<String, Object> question = Map.of("expression", promise, "awaitPromise", true, "returnByValue", true);
        JsonNode answer = call("Runtime.evaluate", question);
        if (answer.has("exceptionDetails")) throw new AssertionError(answer.toPrettyString());
        return answer.at("/result/value").asText();
    }

    @Override
    public void close() throws IOException {
        if (tools != null) tools.close();
        if (program != null) program.close();
        Folders.delete(home);
    }

    private void run(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-proxy-server",
                "--remote-debugging-port=0",
                "--user-data-dir=" + home.resolve("data")));
        command.addAll(options);
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        Map<String, String> environment = Map.of(
                "HOME", home.toString(),
                "TMPDIR", temporary.toString(),
                // It would look for the database there first.
                "XDG_DATA_HOME", home.resolve(".local/share").toString());
        program = Program.start(command, environment);
        if (!program.says(LISTENING)) throw new AssertionError("no DevTools; " + program);
        Matcher listening = LISTENING.matcher(program.output());
        listening.find();
        tools = DevTools.at(URI.create(listening.group(1)));
        JsonNode target = tools.call("Target.createTarget", Map.of("url", "about:blank"));
        String id = target.get("targetId").textValue();
        page = tools.call("Target.attachToTarget", Map.of("targetId", id, "flatten", true))
                .get("sessionId")
                .textValue();
        call("Network.enable", Map.of());
        call("Page.enable", Map.of());
    }

    private static boolean isMethod(JsonNode event, String method) {
        return event.get("method").textValue().equals(method);
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return tools.call(page, method, parameters);
    }
}
