package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Vectors of Wycheproof's {@code testvectors_v1} form. A test loads a file, picks what its part is about, says how many
 * vectors that must be, and checks each; all that fail are reported together. An immutable value.
 *
 * <pre>{@code
 * Wycheproof.load(getClass(), "/wycheproof/aes_gcm_test.json")
 *         .groups(group -> group.number("keySize") == 128 && group.number("ivSize") == 96)
 *         .verify(66, vector -> assertThat(open(vector.bytes("key"), …)).isEqualTo(vector.isValid()));
 * }</pre>
 */
public final class Wycheproof {

    private static final int MOST_REPORTED = 10;

    private final String source;
    private final List<Vector> vectors;

    private Wycheproof(String source, List<Vector> vectors) {
        this.source = source;
        this.vectors = List.copyOf(vectors);
    }

    /**
     * Reads a whole file, and makes sure that it has as many vectors as it says.
     *
     * @param anchor a class of the module that has the file
     * @param resource the file's place as for {@link Class#getResourceAsStream}
     * @return all its vectors
     */
    public static Wycheproof load(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            assertThat(in).as("no resource %s beside %s", resource, anchor).isNotNull();
            return of(resource, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    private static Wycheproof of(String resource, JsonNode file) {
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode group : file.path("testGroups")) {
            Group fields = new Group(group, resource);
            for (JsonNode test : group.path("tests")) vectors.add(new Vector(test, fields, resource));
        }
        assertThat(vectors)
                .as("vectors in %s, which announces them itself", resource)
                .hasSize(file.path("numberOfTests").asInt(-1));
        return new Wycheproof(resource, vectors);
    }

    /**
     * Keeps the vectors of some groups.
     *
     * @param wanted picks groups
     * @return fewer vectors
     */
    public Wycheproof groups(Predicate<Group> wanted) {
        return vectors(vector -> wanted.test(vector.group()));
    }

    /**
     * Keeps some vectors.
     *
     * @param wanted picks vectors
     * @return fewer vectors
     */
    public Wycheproof vectors(Predicate<Vector> wanted) {
        return new Wycheproof(source, vectors.stream().filter(wanted).toList());
    }

    /**
     * The vectors that are left.
     *
     * @return unmodifiable, in the file's order
     */
    public List<Vector> vectors() {
        return vectors;
    }

    /**
     * Checks each vector. Fails if there are not as many as expected: a filter that picks nothing proves nothing.
     *
     * @param expected how many vectors are left
     * @param check throws, best by an assertion, if the vector's result is not what it says
     */
    public void verify(int expected, Check check) {
        assertThat(vectors).as("number of vectors picked from %s", source).hasSize(expected);
        List<String> failures = new ArrayList<>();
        for (Vector vector : vectors) {
            try {
                check.check(vector);
            } catch (Exception | AssertionError e) {
                failures.add(vector + ": " + e);
            }
        }
        assertThat(failures.stream().limit(MOST_REPORTED))
                .as("%d of %d vectors of %s fail, the first are", failures.size(), expected, source)
                .isEmpty();
    }

    /** What is done with each vector. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks one vector.
         *
         * @param vector the vector
         * @throws Exception if it fails
         */
        void check(Vector vector) throws Exception;
    }

    /** What a vector's author says of it. */
    public enum Result {
        /** Must be accepted. */
        VALID,
        /** Must be refused. */
        INVALID,
        /** May be accepted or refused; the flags say why. */
        ACCEPTABLE
    }

    /** Named values of a group or a vector. */
    public abstract static class Fields {

        private final JsonNode node;
        private final String source;

        private Fields(JsonNode node, String source) {
            this.node = node;
            this.source = source;
        }

        /**
         * Tells whether there is such a value.
         *
         * @param path its name, or the names down to it
         * @return true if there is
         */
        public boolean has(String... path) {
            return !find(path).isMissingNode();
        }

        /**
         * A value as text.
         *
         * @param path its name, or the names down to it
         * @return the text
         */
        public String text(String... path) {
            return need(path).asText();
        }

        /**
         * A value that is a number.
         *
         * @param path its name, or the names down to it
         * @return the number
         */
        public int number(String... path) {
            JsonNode value = need(path);
            assertThat(value.isInt())
                    .as("%s.%s is a number", source, String.join(".", path))
                    .isTrue();
            return value.asInt();
        }

        /**
         * A value that is written in hexadecimal digits.
         *
         * @param path its name, or the names down to it
         * @return the bytes, the caller's
         */
        public byte[] bytes(String... path) {
            return Hex.bytes(text(path));
        }

        private JsonNode need(String... path) {
            JsonNode value = find(path);
            assertThat(value.isMissingNode())
                    .as("%s has no %s; it has %s", source, String.join(".", path), names())
                    .isFalse();
            return value;
        }

        private JsonNode find(String... path) {
            JsonNode value = node;
            for (String name : path) value = value.path(name);
            return value;
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }

    /** What several vectors share: a key, sizes, the hash. */
    public static final class Group extends Fields {
        private Group(JsonNode node, String source) {
            super(node, source);
        }
    }

    /** One test case. */
    public static final class Vector extends Fields {

        private final Group group;

        private Vector(JsonNode node, Group group, String source) {
            super(node, source);
            this.group = group;
        }

        /**
         * What it shares with others.
         *
         * @return its group
         */
        public Group group() {
            return group;
        }

        /**
         * Its number in the file.
         *
         * @return tcId
         */
        public int id() {
            return number("tcId");
        }

        /**
         * What it is about.
         *
         * @return one line, perhaps empty
         */
        public String comment() {
            return has("comment") ? text("comment") : "";
        }

        /**
         * Words for what is special about it; the file's notes explain them.
         *
         * @return unmodifiable
         */
        public Set<String> flags() {
            Set<String> flags = new HashSet<>();
            for (JsonNode flag : super.find("flags")) flags.add(flag.asText());
            return Set.copyOf(flags);
        }

        /**
         * What has to come out.
         *
         * @return the result
         */
        public Result result() {
            return Result.valueOf(text("result").toUpperCase(java.util.Locale.ROOT));
        }

        /**
         * Tells whether it must be accepted.
         *
         * @return true for {@link Result#VALID}
         */
        public boolean isValid() {
            return result() == Result.VALID;
        }

        /** Its number, result, flags and comment. */
        @Override
        public String toString() {
            return "tcId " + id() + " " + result() + " " + flags() + " " + comment();
        }
    }
}
