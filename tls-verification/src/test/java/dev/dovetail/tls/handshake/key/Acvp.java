package dev.dovetail.tls.handshake.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A vector set of NIST's ACVP with its answers.
 *
 * @param questions all of them
 */
record Acvp(List<Question> questions) {

    /**
     * One of them.
     *
     * @param group what it has in common with others
     * @param test the question
     * @param answer the answer
     */
    record Question(JsonNode group, JsonNode test, JsonNode answer) {

        @Override
        public String toString() {
            return "test " + test.path("tcId").asText();
        }
    }

    static Acvp load(String name) {
        Map<Integer, JsonNode> answers = new HashMap<>();
        for (JsonNode group : read(name + ".expected.json")) {
            for (JsonNode test : group.path("tests"))
                answers.put(test.path("tcId").asInt(), test);
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode group : read(name + ".vectors.json")) {
            for (JsonNode test : group.path("tests")) {
                JsonNode answer = answers.get(test.path("tcId").asInt());
                if (answer == null) throw new AssertionError("no answer to " + test);
                questions.add(new Question(group, test, answer));
            }
        }
        return new Acvp(List.copyOf(questions));
    }

    /** The second part of an ACVP file is the vector set, the first says where it is from. */
    private static JsonNode read(String file) {
        try (InputStream in = Acvp.class.getResourceAsStream("/acvp/" + file)) {
            return new ObjectMapper().readTree(in).path(1).path("testGroups");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
