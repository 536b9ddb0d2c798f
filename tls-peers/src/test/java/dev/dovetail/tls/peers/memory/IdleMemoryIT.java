package dev.dovetail.tls.peers.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.tls.peers.Contender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether all are measured; with so few pairs the figures themselves say nothing. */
class IdleMemoryIT {

    private static final int PAIRS = 20;

    @Test
    void everyContenderIsMeasured() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

        List<Outcome> outcomes = new IdleMemory(List.of("TLSv1.3"), PAIRS, 1, out).measure();

        assertThat(outcomes).hasSameSizeAs(Contender.values());
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.obstacle()).isEmpty();
            assertThat(outcome.heap().orElse(0)).isPositive();
        });
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Dovetail", "SunJSSE", "BCJSSE", "Conscrypt");
    }

    @Test
    void theFileSaysWhatIsMissing() throws Exception {
        Outcome missing = new Outcome(Contender.SUN, "TLSv1.3");
        missing.add(new OwnJvm(0));
        MemoryReport report = new MemoryReport(Map.of("JDK", "a \"new\" one"), 0, 1, List.of(missing));

        JsonNode json = new ObjectMapper().readTree(report.json());

        assertThat(json.at("/facts/JDK").asText()).isEqualTo("a \"new\" one");
        assertThat(json.at("/outcomes/0/provider").asText()).isEqualTo("SunJSSE");
        assertThat(json.at("/outcomes/0/samples")).isEmpty();
        assertThat(json.at("/outcomes/0/obstacle").asText()).startsWith("failed: ");
        assertThat(report.text()).contains("NOT MEASURED: SunJSSE, TLSv1.3: failed: ");
    }
}
