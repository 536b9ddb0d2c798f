package dev.dovetail.tls.handshake.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.tls.api.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One handshake of RFC 8448: what each side computed and sent, in order.
 *
 * @param section of the RFC
 * @param steps all of them
 */
record Trace(int section, List<Step> steps) {

    /**
     * One step of one side.
     *
     * @param actor whose
     * @param action in the RFC's words
     * @param values by name; one that the RFC gives in words only is not there
     */
    record Step(Role actor, String action, Map<String, byte[]> values) {

        byte[] value(String name) {
            byte[] value = values.get(name);
            if (value == null) throw new AssertionError(action + " has no " + name);
            return value;
        }

        boolean sends() {
            return action.startsWith("send ");
        }

        boolean sendsData() {
            return action.equals("send application_data record:");
        }

        @Override
        public String toString() {
            return actor + ": " + action;
        }
    }

    static Trace section(int number) {
        return all().stream()
                .filter(trace -> trace.section() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + number));
    }

    static List<Trace> all() {
        try (InputStream in = Trace.class.getResourceAsStream("/rfc8448/rfc8448-traces.json")) {
            List<Trace> traces = new ArrayList<>();
            for (JsonNode trace : new ObjectMapper().readTree(in).get("traces")) traces.add(read(trace));
            return traces;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trace read(JsonNode trace) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : trace.get("steps")) {
            Map<String, byte[]> values = new LinkedHashMap<>();
            for (JsonNode value : step.get("values")) {
                if (!value.has("hex")) continue;
                values.put(
                        value.get("name").asText(),
                        HexFormat.of().parseHex(value.get("hex").asText()));
            }
            Role actor = Role.valueOf(step.get("actor").asText().toUpperCase(java.util.Locale.ROOT));
            steps.add(new Step(actor, step.get("action").asText(), values));
        }
        return new Trace(trace.get("section").asInt(), List.copyOf(steps));
    }

    /** What either side sent, in order. */
    List<Step> sent() {
        return steps.stream().filter(Step::sends).toList();
    }

    /** The only step with this beginning that has values: what both sides derive stands in the RFC once. */
    Step step(String action) {
        List<Step> found = steps.stream()
                .filter(step ->
                        step.action().startsWith(action) && !step.values().isEmpty())
                .toList();
        if (found.size() != 1) throw new AssertionError(found.size() + " steps begin with " + action);
        return found.get(0);
    }

    Step step(Role actor, String action) {
        return steps(actor, action).get(0);
    }

    private List<Step> steps(Role actor, String action) {
        List<Step> found = steps.stream()
                .filter(step -> step.actor() == actor && step.action().startsWith(action))
                .toList();
        if (found.isEmpty()) throw new AssertionError("no step of the " + actor + " begins with " + action);
        return found;
    }

    /** A handshake message, header and body. */
    byte[] message(Role actor, String name) {
        return message(actor, name, 0);
    }

    /** A handshake message, header and body, where a side sends more than one of its kind. */
    byte[] message(Role actor, String name, int place) {
        return messageSteps(actor, name).get(place).value(name);
    }

    boolean has(Role actor, String name) {
        return steps.stream()
                .anyMatch(step -> step.actor() == actor && step.values().containsKey(name));
    }

    private List<Step> messageSteps(Role actor, String name) {
        return steps(actor, "construct ").stream()
                .filter(step -> step.values().containsKey(name))
                .toList();
    }

    /** The 32 bytes behind the version in a ClientHello or ServerHello. */
    static byte[] random(byte[] hello) {
        return java.util.Arrays.copyOfRange(hello, 6, 38);
    }
}
