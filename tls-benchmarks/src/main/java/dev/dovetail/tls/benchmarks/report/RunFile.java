package dev.dovetail.tls.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A run as a JSON file that explains itself: a name and version of its form, then what {@link Run} has, then how the
 * targets were met, which is worked out anew when the file is read.
 *
 * @param file where it is kept
 */
public record RunFile(Path file) {

    private static final String SCHEMA = "dovetail-bench";
    private static final int VERSION = 3;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    /**
     * Writes a run; a file that was there is replaced only once the new one is whole.
     *
     * @param run what to write
     * @throws IOException if the file can't be written
     */
    public void write(Run run) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(folder, "bench", ".json");
        try {
            Files.writeString(whole, text(run));
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Reads a run.
     *
     * @return the run
     * @throws IOException if the file can't be read, or holds something else; its message says what to do
     */
    public Run read() throws IOException {
        try {
            return run(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file + ": write one with --json", e);
        } catch (JacksonException | IllegalArgumentException e) {
            String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new IOException(file + " is no run of these benchmarks: " + message, e);
        }
    }

    static String text(Run run) throws JacksonException {
        ObjectNode out = JSON.createObjectNode();
        out.put("schema", SCHEMA).put("version", VERSION);
        out.setAll((ObjectNode) JSON.valueToTree(run));
        out.set("targets", JSON.valueToTree(Targets.ours().verdicts(run)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out) + "\n";
    }

    static Run run(String text) throws JacksonException {
        JsonNode in = JSON.readTree(text);
        if (!in.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException("it has no \"schema\": \"" + SCHEMA + "\". Write one with --json");
        }
        int version = in.path("version").asInt();
        if (version != VERSION) {
            throw new IllegalArgumentException("it is of version " + version + ", this program reads version " + VERSION
                    + ": choose another file or remove it, and measure again, or use the program that wrote it");
        }
        return JSON.treeToValue(in, Run.class);
    }
}
