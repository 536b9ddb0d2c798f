package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Run run = Made.whole(17, 1, 1, 1);
        RunFile file = new RunFile(folder.resolve("run.json"));
        file.write(run);
        assertThat(file.read()).isEqualTo(run);
    }

    @Test
    void replacesAnEarlierRunAndLeavesNothingBeside() throws IOException {
        RunFile file = new RunFile(folder.resolve("run.json"));
        file.write(Made.whole(17, 1, 1, 1));
        Run later = Made.whole(25, 2, 1, 1);
        file.write(later);
        assertThat(file.read()).isEqualTo(later);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void tellsOtherProgramsWhatTheyNeed() throws IOException {
        JsonNode json = JsonMapper.builder().build().readTree(RunFile.text(Made.whole(17, 1, 1, 1)));
        assertThat(json.path("schema").asText()).isEqualTo("dovetail-bench");
        assertThat(json.path("version").asInt()).isEqualTo(3);
        assertThat(json.path("seconds").asLong()).isEqualTo(1623);
        assertThat(json.path("machine").path("cores").asInt()).isEqualTo(8);
        assertThat(json.path("jdk").path("flags")).hasSize(2);
        assertThat(json.path("absent").path(0).path("reason").asText()).contains("<system>");
        assertThat(json.path("targets")).hasSize(Targets.ours().all().size());
        JsonNode figure = json.path("measurements").path(0);
        assertThat(figure.path("section").asText()).isEqualTo("Records");
        assertThat(figure.path("contender").asText()).isEqualTo("dovetail");
        assertThat(figure.path("unit").asText()).isEqualTo("NANOSECONDS");
        assertThat(figure.path("mean").asDouble()).isPositive();
        assertThat(figure.path("error").asDouble()).isPositive();
        assertThat(figure.path("iterations")).hasSize(5);
        assertThat(figure.path("allocated").asDouble()).isEqualTo(2100);
    }

    @Test
    void whatWasNotCountedIsNull() throws IOException {
        Figure figure = Made.figure("Records", "TLS_X", 64, "Dovetail", Side.OWN, List.of(1.0), null);
        Run run = Made.run(List.of(figure));
        assertThat(RunFile.text(run)).contains("\"allocated\" : null");
        assertThat(RunFile.run(RunFile.text(run)).measurements()).containsExactly(figure);
    }

    @Test
    void saysWhatToDoAboutOtherFiles() throws IOException {
        assertThatThrownBy(() -> new RunFile(folder.resolve("none.json")).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("write one with --json");
        assertThatThrownBy(() -> read("[{\"jmhVersion\": \"1.37\"}]")).hasMessageContaining("is no run");
        assertThatThrownBy(() -> read("no json")).hasMessageContaining("is no run");
        assertThatThrownBy(() -> read("{\"schema\": \"dovetail-bench\", \"version\": 2}"))
                .hasMessageContaining("measure again");
        assertThatThrownBy(() -> read("{\"schema\": \"dovetail-bench\", \"version\": 3}"))
                .hasMessageContaining("is no run");
    }

    private Run read(String text) throws IOException {
        Path file = Files.createTempFile(folder, "other", ".json");
        Files.writeString(file, text);
        return new RunFile(file).read();
    }
}
